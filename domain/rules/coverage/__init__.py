"""Rules about posts that are to be filled."""
