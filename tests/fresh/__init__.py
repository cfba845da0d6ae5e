"""Proof that both commands of the README work on a bare Debian; needs root and debootstrap."""
