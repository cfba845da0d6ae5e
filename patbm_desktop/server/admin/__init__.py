"""The office's pages: what a person of the city office may see and do on the server.

They show who and what is known here and how much waits, never what stands in a note, and they
never decide for a coordinator.
"""
