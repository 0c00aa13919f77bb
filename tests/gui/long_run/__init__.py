"""A long day at the window: thousands of steps of every kind, and what they leave behind."""
