"""What both ends agree on: signatures, and files that survive a power cut.

Knows bytes and `domain`; never a database, a key that must stay secret, or a screen.
"""
