"""`patbm-server`, and `python3 -m patbm_desktop.server`: the central server and its commands."""

# ruff: noqa: PLC0415 (Django is imported only once its settings stand)

import sys

if __name__ == "__main__":
    from patbm_desktop import bootstrap

    bootstrap.enter(bootstrap.SERVER)


def main(argv: list[str] | None = None) -> int:
    """Do what the command line asks and return its exit status."""
    from patbm_desktop.server.parser import parser

    options = parser().parse_args(sys.argv[1:] if argv is None else argv)
    from patbm_desktop.server import commands
    from patbm_desktop.server.backup import commands as backups

    command = {
        "invite": commands.invite, "approve": commands.approve,
        "rehome": commands.rehome,
        "backup": backups.backup, "restore": backups.restore, "check": backups.check,
    }.get(options.command or "")  # fmt: skip
    return (command or commands.serve)(options)


if __name__ == "__main__":
    sys.exit(main())
