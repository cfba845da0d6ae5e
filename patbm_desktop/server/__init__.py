"""The central server: a post office for sealed ops; it never opens a box and decides nothing.

It knows the domain and the wire, which both ends share; the code that opens a sealed field cannot
even be named here.
"""
