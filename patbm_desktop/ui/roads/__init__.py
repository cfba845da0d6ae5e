"""Roads: each connects one page to lanes, actions and the next page; nothing else does.

A road knows its page and the actions. It shows nothing itself and never reaches another page but
by the window.
"""
