"""Backup, restore and check: what the administrator runs at the server's own machine.

Nothing here opens a sealed box, and nothing decides what laptops get back: after a restore they
push what the backup lacks.
"""
