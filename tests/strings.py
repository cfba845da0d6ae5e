"""Translations: that none is missing, that none is stale, and that the compiled ones are fresh.

`python -m tests.strings` says what is not in order; with `--write` it brings `en.ts` up to date
with the code and compiles. What is new then waits in `en.ts` as unfinished for its English.
"""

import ast
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import PySide6

HOME = Path(__file__).resolve().parents[1]
FOLDER = HOME / "resources" / "i18n"
SOURCES = HOME / "patbm_desktop" / "ui"
EXTRACTED = "en.ts"
COMPILED = ("en.ts", "qtbase_id.ts")
TOOLS = Path(PySide6.__file__).parent
MOST_NAMED = 20


def main(arguments: list[str]) -> int:
    """Check, or write with `--write`; return 0 when everything is in order."""
    if "--write" in arguments:
        write(FOLDER)
    problems = [*buried(), *stale(), *unfinished(), *uncompiled()]
    for problem in problems[:MOST_NAMED]:
        print(problem)
    print(f"{len(problems)} problems in {FOLDER.relative_to(HOME)}")
    return int(bool(problems))


def write(folder: Path) -> None:
    """Bring the translations in `folder` up to date with the code, and compile them."""
    extract(folder / EXTRACTED)
    for name in COMPILED:
        compile_to(folder / name, (folder / name).with_suffix(".qm"))


def extract(target: Path) -> None:
    """Let Qt's own tool put the strings of the code into `target`, keeping what is translated."""
    sources = sorted(str(path.relative_to(HOME)) for path in SOURCES.rglob("*.py"))
    words = ["-source-language", "id", "-target-language", "en", "-locations", "none"]
    words += ["-no-obsolete", "-no-ui-lines", "-silent"]
    call("lupdate", *words, *sources, "-ts", str(target))


def compile_to(source: Path, target: Path) -> None:
    """Compile one translation."""
    call("lrelease", "-silent", str(source), "-qm", str(target))


def stale() -> list[str]:
    """Say which strings of the code are not in the translation, and which are no more."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / EXTRACTED
        if (FOLDER / EXTRACTED).exists():
            shutil.copyfile(FOLDER / EXTRACTED, fresh)
        extract(fresh)
        now, kept = messages(fresh), messages(FOLDER / EXTRACTED)
    missing = [f"not in {EXTRACTED}: {context}: {text}" for context, text in now - kept]
    needless = [f"no more in the code: {context}: {text}" for context, text in kept - now]
    return sorted(missing) + sorted(needless)


def buried() -> list[str]:
    """Say where a string stands inside an f-string, in which Qt's tool does not look."""
    return [
        f"inside an f-string: {path.relative_to(HOME)}:{node.lineno}"
        for path in sorted(SOURCES.rglob("*.py"))
        for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(outer, ast.JoinedStr)
        for node in ast.walk(outer)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute | ast.Name)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in {"tr", "translate"}
    ]


def unfinished() -> list[str]:
    """Say which strings wait for a translation."""
    found = []
    for name in COMPILED:
        for context, message in every_message(FOLDER / name):
            words = message.find("translation")
            forms = [] if words is None else [words.text, *(form.text for form in words)]
            is_open = words is None or words.get("type") == "unfinished"
            if is_open or not any(form and form.strip() for form in forms):
                found.append(f"not translated in {name}: {context}: {message.findtext('source')}")
    return found


def uncompiled() -> list[str]:
    """Say which compiled translations differ from their source."""
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        for name in COMPILED:
            fresh, kept = Path(scratch) / "fresh.qm", (FOLDER / name).with_suffix(".qm")
            compile_to(FOLDER / name, fresh)
            if not kept.exists() or kept.read_bytes() != fresh.read_bytes():
                found.append(
                    f"{kept.name} is not what {name} says: python -m tests.strings --write"
                )
    return found


def messages(path: Path) -> set[tuple[str, str]]:
    """Return the context and the source of every string in the translation at `path`."""
    return {(context, each.findtext("source") or "") for context, each in every_message(path)}


def every_message(path: Path) -> list[tuple[str, ElementTree.Element]]:
    """Return the strings of the translation at `path`, each with its context; none without one."""
    if not path.exists():
        return []
    root = ElementTree.parse(path).getroot()
    return [
        (context.findtext("name") or "", message)
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def call(tool: str, *words: str) -> None:
    """Run one of Qt's tools at the root of the repository."""
    subprocess.run([str(TOOLS / tool), *words], cwd=HOME, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
