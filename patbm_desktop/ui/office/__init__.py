"""The cards of the coordinator's page; each shows values and says what was asked, and no more."""
