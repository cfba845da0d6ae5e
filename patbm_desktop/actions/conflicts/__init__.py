"""Choosing between two versions, of a session as of a case; nothing is ever overwritten."""
