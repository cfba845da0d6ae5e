"""Sheets that somebody typed in from paper, brought in line by line or told why not."""
