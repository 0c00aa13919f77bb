"""Values of the domain as the lists, tables and trees of Qt."""
