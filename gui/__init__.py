"""The window: what a planner sees and does; it shows the domain and asks it for everything."""
