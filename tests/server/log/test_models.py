"""The models that the office's pages read, and the tables that the log writes, are the same."""

import os

import pytest


@pytest.fixture(scope="module")
def django_of_tests(tmp_path_factory):
    """Django on a migrated database of its own."""
    import django  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    os.environ["PATBM_DATA"] = str(tmp_path_factory.mktemp("django"))
    os.environ["PATBM_SECRET"] = "x" * 48
    os.environ["DJANGO_SETTINGS_MODULE"] = "patbm_desktop.server.settings"
    django.setup()
    call_command("migrate", verbosity=0)
    yield django
    from django.db import connections  # noqa: PLC0415

    connections.close_all()


def test_no_model_changed_without_a_migration(django_of_tests, capsys):
    from django.core.management import call_command  # noqa: PLC0415

    call_command("makemigrations", "--check", "--dry-run")
    assert "No changes" in capsys.readouterr().out


def test_every_model_of_the_log_reads_its_table(django_of_tests):
    from django.apps import apps  # noqa: PLC0415

    models = list(apps.get_app_config("log").get_models())
    assert len(models) == 13
    assert [list(model.objects.all()) for model in models] == [[]] * 13


def test_the_columns_of_a_model_are_those_of_its_table(django_of_tests):
    from django.apps import apps  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        for model in apps.get_app_config("log").get_models():
            found = connection.introspection.get_table_description(cursor, model._meta.db_table)
            named = {field.column for field in model._meta.local_concrete_fields if field.column}
            assert {column.name for column in found} == named
            nullable = {field.column for field in model._meta.local_concrete_fields if field.null}
            assert {column.name for column in found if column.null_ok} == nullable


def test_the_log_works_over_djangos_own_connection(django_of_tests):
    from patbm_desktop.server.log.django_connection import DjangoConnection  # noqa: PLC0415
    from tests.server.cast import Kelurahan  # noqa: PLC0415

    made = Kelurahan(DjangoConnection()).start()
    sari = made.reader(made.sari)
    assert sari.round([made.note(made.sari)]).put == {}


def test_a_transaction_that_breaks_leaves_nothing(django_of_tests):
    from patbm_desktop.server.log.django_connection import DjangoConnection  # noqa: PLC0415

    connection = DjangoConnection()

    def break_off() -> None:
        with connection.writing():
            connection.insert("access", ("dev", "kelurahan"), [("a" * 32, "64.71.99.1999")])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    assert connection.execute("SELECT * FROM access WHERE dev = %s", ("a" * 32,)) == []
