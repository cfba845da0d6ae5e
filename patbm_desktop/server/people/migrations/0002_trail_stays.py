"""The database itself refuses to change or delete a line of the audit trail."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = """CREATE TRIGGER people_trail_stays_{name} BEFORE {event} ON people_trail
    BEGIN SELECT RAISE(ABORT, 'jejak tidak diubah'); END"""
POSTGRESQL = (
    """CREATE FUNCTION people_trail_stays() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'jejak tidak diubah'; END $$""",
    """CREATE TRIGGER people_trail_stays BEFORE UPDATE OR DELETE ON people_trail
    FOR EACH ROW EXECUTE FUNCTION people_trail_stays()""",
    """CREATE TRIGGER people_trail_stays_whole BEFORE TRUNCATE ON people_trail
    FOR EACH STATEMENT EXECUTE FUNCTION people_trail_stays()""",
)


def guard(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on the table."""
    statements: Sequence[str] = POSTGRESQL
    if editor.connection.vendor == "sqlite":
        events = ("UPDATE", "DELETE")
        statements = [SQLITE.format(name=each.lower(), event=each) for each in events]
    for statement in statements:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Guards the trail for good; there is no way back."""

    dependencies: ClassVar[Any] = (("people", "0001_initial"),)
    operations: ClassVar[Any] = (migrations.RunPython(guard),)
