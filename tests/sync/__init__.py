"""Tests of `patbm_desktop/sync`, and what they share."""
