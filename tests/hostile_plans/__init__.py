"""Plan files that someone made to do harm, or that were damaged on the way."""
