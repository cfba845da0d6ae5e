"""The rules: what a record is, who may write it, how two edits meet, what a month adds up to.

Nothing here opens a file, a network or a window; the standard library is all it knows.
"""
