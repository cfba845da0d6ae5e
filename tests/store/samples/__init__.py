"""Databases as earlier releases left them; every later release must open them.

``python -m tests.store.samples`` writes the one of the present schema. Run it once, when a release
with a new schema is made, and never again for that schema.
"""
