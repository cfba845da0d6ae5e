"""Sessions of an RT with what belongs to them: who came, photos, what the log form offers."""
