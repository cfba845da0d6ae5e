"""What keeps a vault whole and lets go of what must go: copies, tending, erasing for good."""
