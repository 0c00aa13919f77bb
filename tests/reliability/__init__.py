"""What a plan survives: kills, losses of power, and a start after them, measured."""
