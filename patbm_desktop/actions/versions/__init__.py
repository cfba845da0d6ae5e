"""Which notes stand in two versions, as far as lists and pages have to say so.

Chooses nothing; that is `conflicts`, which knows the rules of what is chosen.
"""
