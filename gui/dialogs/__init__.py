"""Questions to the user, one a file, each asked through a class method."""
