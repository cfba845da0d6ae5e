"""Widgets that pages are built from: they show, measure and announce, and know no page.

A part takes the `Theme` and words that are already translated, tells what the person did by a
signal, and keeps nothing. It must never ask an action, and never set a stylesheet of its own.
"""
