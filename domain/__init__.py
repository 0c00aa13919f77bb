"""The planner without a screen: what the words mean, what the rules say, where plans are kept."""
