"""The system's own file dialogs, opened where the person was last."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


class Files:
    """Asks for files; remembers the folder for as long as the program runs, and nothing else.

    Where pictures were last is told by the caller: a camera's card is no place for reports.
    """

    def __init__(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = QStandardPaths.writableLocation(documents)

    def ask_open(self, parent: QWidget, title: str, filters: str) -> Path | None:
        """Let the person choose a file; None when she does not."""
        name, _ = QFileDialog.getOpenFileName(parent, title, self._folder, filters)
        return self._noted(name)

    def ask_open_many(
        self, parent: QWidget, title: str, filters: str, folder: str = ""
    ) -> list[Path]:
        """Let the person choose files, from `folder` on; empty when she does not."""
        names, _ = QFileDialog.getOpenFileNames(parent, title, folder or self._folder, filters)
        return [Path(name) for name in names]

    def ask_save(self, parent: QWidget, name: str, filters: str) -> Path | None:
        """Let the person choose where to write `name`; None when she does not."""
        wanted = str(Path(self._folder) / name)
        return self._noted(QFileDialog.getSaveFileName(parent, "", wanted, filters)[0])

    def ask_folder(self, parent: QWidget, title: str) -> Path | None:
        """Let the person choose a folder, such as a stick; None when she does not."""
        name = QFileDialog.getExistingDirectory(parent, title, self._folder)
        return Path(name) if name else None

    def _noted(self, name: str) -> Path | None:
        if not name:
            return None
        self._folder = str(Path(name).parent)
        return Path(name)
