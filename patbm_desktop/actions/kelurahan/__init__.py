"""Belonging to a kelurahan: joining it, who its members are, who reads its cases.

No key is handed over here by hand: who may have one is a right, and `sync` follows it.
"""
