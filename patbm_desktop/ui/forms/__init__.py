"""The long forms, question by question: built from parts and tables, put together by a page.

A form collects values and shows what is said about them; it never saves, asks or opens anything.
"""
