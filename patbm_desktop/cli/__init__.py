"""The command line: the same actions as the window, in words and exit statuses.

It knows no Qt: what needs a window is handed in. 0 means done, 1 refused with a sentence, 2 that
the words of the command were not understood.
"""
