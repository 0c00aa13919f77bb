"""What the yearly reports printed, as data, and the script that makes it."""
