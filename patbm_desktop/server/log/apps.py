"""The log as a Django application."""

from django.apps import AppConfig


class LogConfig(AppConfig):
    """Names the tables and the migrations of the log."""

    name = "patbm_desktop.server.log"
    label = "log"
    verbose_name = "Melihat"
    default_auto_field = "django.db.models.BigAutoField"
