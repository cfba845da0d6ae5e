"""The sections of Pengaturan: each shows a part of the settings and says what is to change."""
