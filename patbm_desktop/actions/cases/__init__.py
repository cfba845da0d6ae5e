"""Worries about a child, from the first note to the last look; judged by the domain's rules.

Nothing here widens who may read: that is `kelurahan/case_access`.
"""
