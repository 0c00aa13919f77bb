"""How a planner reads what a plan holds: fixed words, titles, days, numbers, limits, values."""
