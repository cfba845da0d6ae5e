"""How the tables of accounts and audit trail came to be."""
