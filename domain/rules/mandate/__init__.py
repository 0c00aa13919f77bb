"""Rules about mandates."""
