"""Tests of the central server, on SQLite and on a PostgreSQL of their own."""
