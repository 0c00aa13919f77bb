"""The program as a user has it: started on a screen, read by a screen reader, worked by hand."""
