"""Tests of paper: what each sheet says, and what it must never say."""
