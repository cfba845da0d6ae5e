"""The first tables of the log, by the statements of `schema.py`, and what Django knows of them."""

# ruff: noqa: RUF012 (as Django writes it)

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from patbm_desktop.server.log.connection import Engine
from patbm_desktop.server.log.schema import statements


def make_tables(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Run the statements for the database that is being migrated."""
    for statement in statements(Engine(editor.connection.vendor)):
        editor.execute(statement, params=None)


MODELS = [
    migrations.CreateModel(
        name="Access",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "dev",
                    "kelurahan",
                    blank=True,
                    editable=False,
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("dev", models.CharField(max_length=32)),
            ("kelurahan", models.CharField(max_length=13)),
        ],
        options={
            "db_table": "access",
        },
    ),
    migrations.CreateModel(
        name="Device",
        fields=[
            ("dev", models.CharField(max_length=32, primary_key=True, serialize=False)),
            ("sign_pk", models.CharField(max_length=64)),
            ("box_pk", models.CharField(max_length=64)),
            ("label", models.CharField(max_length=200)),
            ("disabled", models.SmallIntegerField(default=0)),
            ("heard", models.BigIntegerField(null=True)),
            ("app", models.CharField(default="", max_length=40)),
        ],
        options={
            "db_table": "device",
            "verbose_name": "laptop",
            "verbose_name_plural": "laptop",
        },
    ),
    migrations.CreateModel(
        name="Enrolment",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "kelurahan",
                    "dev",
                    blank=True,
                    editable=False,
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("kelurahan", models.CharField(max_length=13)),
            ("dev", models.CharField(max_length=32)),
            ("space", models.CharField(max_length=32)),
            ("name", models.CharField(max_length=200)),
            ("rt", models.CharField(max_length=32)),
            ("role", models.CharField(max_length=20)),
            ("code", models.CharField(max_length=8)),
            ("at", models.BigIntegerField()),
            ("admitted", models.SmallIntegerField(default=0)),
            ("body", models.BinaryField()),
            ("sig", models.BinaryField()),
        ],
        options={
            "db_table": "enrolment",
        },
    ),
    migrations.CreateModel(
        name="Erased",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "kelurahan",
                    "space",
                    "ent",
                    blank=True,
                    editable=False,
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("kelurahan", models.CharField(max_length=13)),
            ("space", models.CharField(max_length=32)),
            ("ent", models.CharField(max_length=32)),
            ("by_op", models.CharField(max_length=32)),
            ("at", models.BigIntegerField()),
        ],
        options={
            "db_table": "erased",
        },
    ),
    migrations.CreateModel(
        name="Space",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "kelurahan", "id", blank=True, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("kelurahan", models.CharField(max_length=13)),
            ("id", models.CharField(max_length=32)),
            ("seq", models.BigIntegerField()),
            ("chain", models.CharField(max_length=32)),
            ("founder", models.CharField(max_length=32)),
            ("rt", models.CharField(default="", max_length=32)),
            ("clk", models.BigIntegerField(default=0)),
            ("ruling", models.CharField(default="", max_length=32)),
            ("erased", models.SmallIntegerField(default=0)),
        ],
        options={
            "db_table": "space",
        },
    ),
    migrations.CreateModel(
        name="Usage",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "kelurahan",
                    "dev",
                    "day",
                    blank=True,
                    editable=False,
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("kelurahan", models.CharField(max_length=13)),
            ("dev", models.CharField(max_length=32)),
            ("day", models.BigIntegerField()),
            ("ops", models.BigIntegerField()),
            ("bytes", models.BigIntegerField()),
        ],
        options={
            "db_table": "usage",
        },
    ),
    migrations.CreateModel(
        name="Blob",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "kelurahan",
                    "space",
                    "ent",
                    "sha",
                    blank=True,
                    editable=False,
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("kelurahan", models.CharField(max_length=13)),
            ("space", models.CharField(max_length=32)),
            ("ent", models.CharField(max_length=32)),
            ("sha", models.CharField(max_length=64)),
            ("size", models.BigIntegerField()),
            ("dev", models.CharField(max_length=32)),
            ("at", models.BigIntegerField()),
        ],
        options={
            "db_table": "blob",
            "indexes": [models.Index(fields=["kelurahan", "dev", "at"], name="blob_dev")],
        },
    ),
    migrations.CreateModel(
        name="Held",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "kelurahan",
                    "space",
                    "id",
                    blank=True,
                    editable=False,
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("kelurahan", models.CharField(max_length=13)),
            ("space", models.CharField(max_length=32)),
            ("id", models.CharField(max_length=32)),
            ("why", models.CharField(max_length=20)),
            ("ent", models.CharField(max_length=32)),
            ("dev", models.CharField(max_length=32)),
            ("at", models.BigIntegerField()),
            ("refused", models.SmallIntegerField(default=0)),
            ("body", models.BinaryField()),
            ("sig", models.BinaryField()),
        ],
        options={
            "db_table": "held",
            "indexes": [models.Index(fields=["kelurahan", "space", "dev"], name="held_author")],
        },
    ),
    migrations.CreateModel(
        name="Home",
        fields=[
            ("space", models.CharField(max_length=32, primary_key=True, serialize=False)),
            ("kelurahan", models.CharField(max_length=13)),
            ("office", models.SmallIntegerField(default=0)),
        ],
        options={
            "db_table": "home",
            "indexes": [models.Index(fields=["kelurahan"], name="home_kelurahan")],
        },
    ),
    migrations.CreateModel(
        name="Invitation",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "kelurahan",
                    "code",
                    blank=True,
                    editable=False,
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("kelurahan", models.CharField(max_length=13)),
            ("code", models.CharField(max_length=8)),
            ("rt", models.CharField(max_length=32)),
            ("role", models.CharField(max_length=20)),
            ("by_dev", models.CharField(max_length=32)),
            ("at", models.BigIntegerField()),
            ("used_by", models.CharField(default="", max_length=32)),
        ],
        options={
            "db_table": "invitation",
            "indexes": [models.Index(fields=["code"], name="invitation_code")],
        },
    ),
    migrations.CreateModel(
        name="Member",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "kelurahan",
                    "space",
                    "dev",
                    blank=True,
                    editable=False,
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("kelurahan", models.CharField(max_length=13)),
            ("space", models.CharField(max_length=32)),
            ("dev", models.CharField(max_length=32)),
            ("role", models.CharField(max_length=20)),
            ("until", models.BigIntegerField(null=True)),
            ("until_chain", models.CharField(max_length=32, null=True)),
        ],
        options={
            "db_table": "member",
            "indexes": [models.Index(fields=["kelurahan", "dev"], name="member_dev")],
        },
    ),
    migrations.CreateModel(
        name="Nonce",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "kelurahan",
                    "nonce",
                    blank=True,
                    editable=False,
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("kelurahan", models.CharField(max_length=13)),
            ("nonce", models.CharField(max_length=64)),
            ("at", models.BigIntegerField()),
        ],
        options={
            "db_table": "nonce",
            "indexes": [models.Index(fields=["kelurahan", "at"], name="nonce_at")],
        },
    ),
    migrations.CreateModel(
        name="Op",
        fields=[
            (
                "pk",
                models.CompositePrimaryKey(
                    "kelurahan",
                    "space",
                    "seq",
                    blank=True,
                    editable=False,
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("kelurahan", models.CharField(max_length=13)),
            ("space", models.CharField(max_length=32)),
            ("seq", models.BigIntegerField()),
            ("id", models.CharField(max_length=32)),
            ("chain", models.CharField(max_length=32)),
            ("ent", models.CharField(max_length=32)),
            ("kind", models.CharField(max_length=41)),
            ("dev", models.CharField(max_length=32)),
            ("control", models.SmallIntegerField()),
            ("at", models.BigIntegerField()),
            ("body", models.BinaryField(null=True)),
            ("sig", models.BinaryField(null=True)),
        ],
        options={
            "db_table": "op",
            "indexes": [
                models.Index(
                    condition=models.Q(("control", 1)),
                    fields=["kelurahan", "space", "seq"],
                    name="op_control",
                ),
                models.Index(fields=["kelurahan", "space", "ent"], name="op_ent"),
            ],
            "constraints": [
                models.UniqueConstraint(fields=("kelurahan", "space", "id"), name="op_id")
            ],
        },
    ),
]


class Migration(migrations.Migration):
    """Makes every table; there is no way back."""

    initial = True
    dependencies = []
    operations = [
        migrations.RunPython(make_tables),
        migrations.SeparateDatabaseAndState(state_operations=MODELS),
    ]
