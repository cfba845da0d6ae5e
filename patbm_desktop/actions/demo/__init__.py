"""A throw-away vault with invented work in it; no real person is in it."""
