"""What the files of a vault are called; all of them are ciphertext but the public numbers."""

DATABASE = "catatan.db"
PARTS = "berkas"
BACKUPS = "cadangan"
COPY = "catatan.db.salinan"
"""What a full backup is made from, for as long as it is being made; a word by chance follows, for
two may be made at once."""

WORKPLACE = "pulih.part"
"""Where a full backup is unpacked, for as long as it is being taken in."""

SET_ASIDE = "rusak-*.db"
"""A pattern: damaged databases in whose place a local backup was put."""

KEY_FILES = "kunci*.json"
"""A pattern: the slots are kept twice."""

NUMBERS = "nomor.json"
"""The emergency numbers, readable while the vault is locked."""

STAYS_HERE = "minta-bantuan*"
"""A pattern: the secret of a request for help (`seal/unlock_help.py`) goes into no copy."""
