"""What the files of a vault are called; all of them are ciphertext but the public numbers."""

DATABASE = "catatan.db"
PARTS = "berkas"
BACKUPS = "cadangan"
KEY_FILES = "kunci*.json"
"""A pattern: the slots are kept twice."""

NUMBERS = "nomor.json"
"""The emergency numbers, readable while the vault is locked."""
