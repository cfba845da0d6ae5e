"""How notes get from laptop to laptop, by a server or a flash drive, and how far they are.

Looks into no record: what travels is sealed or not, and goes all the same.
"""
