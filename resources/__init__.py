"""What comes with the program: facts, plans to begin from, icons, texts."""
