"""Rules about decisions that are due."""
