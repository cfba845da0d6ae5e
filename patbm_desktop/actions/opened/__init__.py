"""The opened vault, in which every other action works: read, written, taken back.

Knows no kind of record more than another, and asks nothing of the rest of `actions`.
"""
