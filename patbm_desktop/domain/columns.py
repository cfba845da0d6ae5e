"""The columns of the sheet that is filled by hand, typed in, and exported: one list for all."""

COLUMNS = (
    "no", "tanggal", "kelurahan", "rt", "program", "jenis", "topik", "tempat", "dewasa_l",
    "dewasa_p", "anak_l", "anak_p", "disabilitas", "menit", "pelaksana", "mitra", "hasil",
    "tindak_lanjut", "penyelenggara",
)  # fmt: skip
"""Their keys in order. L before P. Labels stand in `resources/i18n/codes.*.toml`, table column."""

REQUIRED_COLUMNS = ("tanggal", "program", "jenis")
"""What a row cannot be without."""
