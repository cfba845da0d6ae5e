"""What a person can ask for: one verb a function, the same for the window and the command line.

No Qt here, and no words on screen but those of `wording`. Whatever takes a `Workspace` runs on the
thread that opened it; what it returns is frozen and may be handed to any other.

A package is a subject of the work, and stands on those named before it, never on those after:
`opened`, `rt`, `kelurahan`, `travel`, `versions`, `activities`, `cases`; then `papers`,
`conflicts`, `spreadsheets` and `entrance`; then `upkeep`, `demo` and `home`, which look at all.
Decided 2026-11-22. Rejected: a folder for each screen, because window and command line share them.
"""
