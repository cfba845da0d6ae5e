"""What is printed: gathered as frozen values on the store's thread, set by `reports`."""
