"""`patbm`, and `python3 -m patbm_desktop`: the window, or one command."""

import argparse
import os
import sys

if __name__ == "__main__":
    from patbm_desktop import bootstrap

    bootstrap.enter()

NO_SCREEN = (
    "Tidak ada layar di sini, jadi jendela tidak dapat dibuka; perintah lain ada di --help "
    "/ there is no screen here to open a window on; --help names the other commands"
)
NOT_BEGUN = (
    "Dihentikan sebelum mulai. Tidak ada yang diubah. Jalankan lagi kapan saja. "
    "/ stopped before it began; nothing was changed"
)


def main(argv: list[str] | None = None) -> int:
    """Do what the command line asks and return its exit status.

    `argv` are the words after the program's name, those of this process when absent.
    """
    try:
        from patbm_desktop.cli.main import run
    except KeyboardInterrupt:
        sys.stderr.write(f"{NOT_BEGUN}\n")
        return 1
    return run(sys.argv[1:] if argv is None else argv, window)


def window(options: argparse.Namespace) -> int:
    """Open the window, or walk through the demo unseen where there is no screen; return the status.

    The commands get this function handed in, so that they know nothing of Qt.
    """
    if not has_screen() and "QT_QPA_PLATFORM" not in os.environ:
        if options.command != "demo":
            sys.stderr.write(f"{NO_SCREEN}\n")
            return 1
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # which warns of every window that its size cannot be held to; nobody sees one
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    from patbm_desktop.ui.app import main as show

    return show(options)


def has_screen() -> bool:
    """Say whether a window can be shown here; only Linux runs without a screen at times."""
    return not sys.platform.startswith("linux") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


if __name__ == "__main__":
    sys.exit(main())
