"""What each release brought, in the words of those who use it."""

from patbm_desktop.assets import asset


def written(language: str = "id") -> str:
    """Return the notes of every release, newest first, as Markdown without their title."""
    name = "changelog.en.md" if language == "en" else "changelog.md"
    return asset(name).read_text(encoding="utf-8").split("\n", 1)[1].strip()
