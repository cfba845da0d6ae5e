"""The office's people as a Django application."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Names the tables and the migrations of accounts and audit trail."""

    name = "patbm_desktop.server.people"
    label = "people"
    verbose_name = "Petugas"
    default_auto_field = "django.db.models.BigAutoField"
