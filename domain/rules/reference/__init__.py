"""Rules about what the sources say."""
