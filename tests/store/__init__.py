"""Tests of the store: always a real encrypted file, never a stand-in."""
