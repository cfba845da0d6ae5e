"""Long lists as Qt item models over frozen rows; they never ask the store for a row themselves."""
