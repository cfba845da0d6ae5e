"""What only the people concerned can read: keys, boxes, signatures, and the locks of a vault.

Knows bytes and the rules of `domain`; never a database, a screen or the network. A secret is held
in a field that no `repr` shows, and leaves this layer only as bytes that the caller keeps inside
the encrypted store.
"""
