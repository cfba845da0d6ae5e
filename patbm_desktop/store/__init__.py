"""What this laptop remembers: the op log, what it amounts to, drafts, settings and backups.

Everything lies in one encrypted SQLite file; photos are sealed files beside it. The store never
asks a person anything, never opens a box by itself (a `Reader` from above does), never touches Qt.
Decided 2026-11-21: a record's (space, kind, ent) is written once, in table `record`, and `cell`
carries its number; the same key written out in every cell made a save write twice the pages.
"""
