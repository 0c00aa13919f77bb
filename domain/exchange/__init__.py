"""Plans in files of other programs: JSON, workbooks."""
