"""What can stand in the middle of the window: one view at a time, one click each."""
