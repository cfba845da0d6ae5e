"""Values to paper: frozen rows go in, pages come out.

Nothing here asks the store, keeps a file, reaches a network, or decides what a record means.
"""
