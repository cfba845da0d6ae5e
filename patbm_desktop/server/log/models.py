"""The tables of `schema.py` as Django sees them: for the office's pages, never for a sync turn.

A table keyed by kelurahan has a composite key, which Django's admin cannot register: its pages read
these models in views of their own. `Device` and `Home` have keys of one column.
"""

from django.db import models

from patbm_desktop.domain.ids import device_code

SHOWN_OF_A_CODE = 4


def _id(**more: object) -> "models.CharField[str, str]":
    return models.CharField(max_length=32, **more)  # type: ignore[arg-type]


def _kelurahan() -> "models.CharField[str, str]":
    return models.CharField(max_length=13)


def short_code(dev: str) -> str:
    """Return the beginning of a laptop's code: enough to tell two apart, too little to type."""
    return f"{device_code(dev)[:SHOWN_OF_A_CODE]}…"


class Device(models.Model):
    """A laptop that some op introduced; it may log in once an office named it (`Access`)."""

    dev = _id(primary_key=True)
    sign_pk = models.CharField(max_length=64)
    box_pk = models.CharField(max_length=64)
    label = models.CharField(max_length=200)
    disabled = models.SmallIntegerField(default=0)
    heard = models.BigIntegerField(null=True)
    app = models.CharField(max_length=40, default="")

    class Meta:
        """Where it stands, and what the office calls it."""

        db_table = "device"
        verbose_name = "laptop"
        verbose_name_plural = "laptop"

    def __str__(self) -> str:
        return self.label


class Home(models.Model):
    """In which kelurahan a space is kept, and whether it is the office."""

    space = _id(primary_key=True)
    kelurahan = _kelurahan()
    office = models.SmallIntegerField(default=0)

    class Meta:
        """Where it stands."""

        db_table = "home"
        indexes = (models.Index(fields=("kelurahan",), name="home_kelurahan"),)

    def __str__(self) -> str:
        return f"{self.kelurahan} {self.space}"


class Access(models.Model):
    """A device is known in a kelurahan."""

    pk = models.CompositePrimaryKey("dev", "kelurahan")
    dev = _id()
    kelurahan = _kelurahan()

    class Meta:
        """Where it stands."""

        db_table = "access"

    def __str__(self) -> str:
        return f"{self.kelurahan} {self.dev}"


class Space(models.Model):
    """The end of one log. `ruling` is the chain after the last op that gives or takes rights."""

    pk = models.CompositePrimaryKey("kelurahan", "id")
    kelurahan = _kelurahan()
    id = _id()
    seq = models.BigIntegerField()
    chain = _id()
    founder = _id()
    rt = _id(default="")
    clk = models.BigIntegerField(default=0)
    ruling = _id(default="")
    erased = models.SmallIntegerField(default=0)

    class Meta:
        """Where it stands."""

        db_table = "space"

    def __str__(self) -> str:
        return f"{self.kelurahan} {self.id}"


class Op(models.Model):
    """One line of a log; body and signature are gone once its record was erased."""

    pk = models.CompositePrimaryKey("kelurahan", "space", "seq")
    kelurahan = _kelurahan()
    space = _id()
    seq = models.BigIntegerField()
    id = _id()
    chain = _id()
    ent = _id()
    kind = models.CharField(max_length=41)
    dev = _id()
    control = models.SmallIntegerField()
    at = models.BigIntegerField()
    body = models.BinaryField(null=True)
    sig = models.BinaryField(null=True)

    class Meta:
        """Where it stands."""

        db_table = "op"
        constraints = (models.UniqueConstraint(fields=("kelurahan", "space", "id"), name="op_id"),)
        indexes = (
            models.Index(
                fields=("kelurahan", "space", "seq"),
                name="op_control",
                condition=models.Q(control=1),
            ),
            models.Index(fields=("kelurahan", "space", "ent"), name="op_ent"),
        )

    def __str__(self) -> str:
        return f"{self.space} {self.seq}"


class Held(models.Model):
    """An op that waits for a coordinator; it is decided by an op of hers, never here."""

    pk = models.CompositePrimaryKey("kelurahan", "space", "id")
    kelurahan = _kelurahan()
    space = _id()
    id = _id()
    why = models.CharField(max_length=20)
    ent = _id()
    dev = _id()
    at = models.BigIntegerField()
    refused = models.SmallIntegerField(default=0)
    body = models.BinaryField()
    sig = models.BinaryField()

    class Meta:
        """Where it stands."""

        db_table = "held"
        indexes = (models.Index(fields=("kelurahan", "space", "dev"), name="held_author"),)

    def __str__(self) -> str:
        return f"{self.space} {self.id}"


class Member(models.Model):
    """Who reads a space; worked out from the log and never written by hand."""

    pk = models.CompositePrimaryKey("kelurahan", "space", "dev")
    kelurahan = _kelurahan()
    space = _id()
    dev = _id()
    role = models.CharField(max_length=20)
    until = models.BigIntegerField(null=True)
    until_chain = _id(null=True)

    class Meta:
        """Where it stands."""

        db_table = "member"
        indexes = (models.Index(fields=("kelurahan", "dev"), name="member_dev"),)

    def __str__(self) -> str:
        return f"{self.space} {self.dev}"


class Erased(models.Model):
    """A record that was erased, and the op that did it."""

    pk = models.CompositePrimaryKey("kelurahan", "space", "ent")
    kelurahan = _kelurahan()
    space = _id()
    ent = _id()
    by_op = _id()
    at = models.BigIntegerField()

    class Meta:
        """Where it stands."""

        db_table = "erased"

    def __str__(self) -> str:
        return f"{self.space} {self.ent}"


class Blob(models.Model):
    """A sealed part of a photo; its bytes lie in the folder of parts."""

    pk = models.CompositePrimaryKey("kelurahan", "space", "ent", "sha")
    kelurahan = _kelurahan()
    space = _id()
    ent = _id()
    sha = models.CharField(max_length=64)
    size = models.BigIntegerField()
    dev = _id()
    at = models.BigIntegerField()

    class Meta:
        """Where it stands."""

        db_table = "blob"
        indexes = (models.Index(fields=("kelurahan", "dev", "at"), name="blob_dev"),)

    def __str__(self) -> str:
        return f"{self.space} {self.sha}"


class Usage(models.Model):
    """What a device brought on one day (days since 1970)."""

    pk = models.CompositePrimaryKey("kelurahan", "dev", "day")
    kelurahan = _kelurahan()
    dev = _id()
    day = models.BigIntegerField()
    ops = models.BigIntegerField()
    bytes = models.BigIntegerField()

    class Meta:
        """Where it stands."""

        db_table = "usage"

    def __str__(self) -> str:
        return f"{self.dev} {self.day}"


class Nonce(models.Model):
    """A nonce that was used, kept while it could be used again."""

    pk = models.CompositePrimaryKey("kelurahan", "nonce")
    kelurahan = _kelurahan()
    nonce = models.CharField(max_length=64)
    at = models.BigIntegerField()

    class Meta:
        """Where it stands."""

        db_table = "nonce"
        indexes = (models.Index(fields=("kelurahan", "at"), name="nonce_at"),)

    def __str__(self) -> str:
        return self.nonce


class Invitation(models.Model):
    """Eight characters that let one laptop ask to join; `used_by` names it."""

    pk = models.CompositePrimaryKey("kelurahan", "code")
    kelurahan = _kelurahan()
    code = models.CharField(max_length=8)
    rt = models.CharField(max_length=32)
    role = models.CharField(max_length=20)
    by_dev = _id()
    at = models.BigIntegerField()
    used_by = _id(default="")

    class Meta:
        """Where it stands."""

        db_table = "invitation"
        indexes = (models.Index(fields=("code",), name="invitation_code"),)

    def __str__(self) -> str:
        return f"{self.kelurahan} {self.rt}"


class Enrolment(models.Model):
    """A laptop that asked to join; `admitted` once an op of the office named it."""

    pk = models.CompositePrimaryKey("kelurahan", "dev")
    kelurahan = _kelurahan()
    dev = _id()
    space = _id()
    name = models.CharField(max_length=200)
    rt = models.CharField(max_length=32)
    role = models.CharField(max_length=20)
    code = models.CharField(max_length=8)
    at = models.BigIntegerField()
    admitted = models.SmallIntegerField(default=0)
    body = models.BinaryField()
    sig = models.BinaryField()

    class Meta:
        """Where it stands."""

        db_table = "enrolment"

    def __str__(self) -> str:
        return f"{self.kelurahan} {self.name}"
