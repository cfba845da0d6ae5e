"""The four steps before a vault stands: each a form of its own, without files, lanes or network."""
