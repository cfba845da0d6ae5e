"""Benchmarks: they print what was measured and fail on nothing but a wrong answer."""
