"""Carry ops between this laptop and others, by a server or a stick; never show a screen.

A round brings what the other end lacks, takes what is new there, and believes nothing but what it
reads back from a log. Whoever wrote an op is judged by the reader, never by the carrier.
"""
