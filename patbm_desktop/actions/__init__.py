"""What a person can ask for: one verb a function, the same for the window and the command line.

No Qt here, and no words on screen but those of `wording`. Whatever takes a `Workspace` runs on the
thread that opened it; what it returns is frozen and may be handed to any other.
"""
