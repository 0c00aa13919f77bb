"""The plans that the program ships, and how they are made from the facts and the choices."""
