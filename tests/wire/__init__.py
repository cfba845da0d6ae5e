"""Tests of `patbm_desktop/wire`, and what they share."""
