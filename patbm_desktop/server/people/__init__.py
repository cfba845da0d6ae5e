"""The people of the city office who look after the server, and what they did.

Their accounts open these pages and nothing else: no account can read a sealed field, decide on a
held op or make a member.
"""
