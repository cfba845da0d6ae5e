"""Before a vault is open: made, unlocked, helped open, and how the program looks while locked."""
