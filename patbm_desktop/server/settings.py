"""Django's settings, from the environment and the server's own folder.

`PATBM_DATA` names the folder, `PATBM_DATABASE_URL` a PostgreSQL, `PATBM_BLOBS` the folder of photo
parts, `PATBM_HOSTS` the addresses under which people reach the server, with commas between them.
"""

import os
from pathlib import Path
from typing import Any

from psycopg.conninfo import conninfo_to_dict

from patbm_desktop.assets import asset
from patbm_desktop.server import folder

DATA = folder.DataFolder(folder.standard())
DEBUG = os.environ.get("PATBM_DEBUG", "") not in ("", "0")
SECRET_KEY = os.environ.get("PATBM_SECRET") or DATA.secret()
BEHIND_TLS = os.environ.get("PATBM_BEHIND_TLS", "") not in ("", "0")
HOSTS = tuple(filter(None, map(str.strip, os.environ.get("PATBM_HOSTS", "").split(","))))
"""Authorities as people type them, such as ``patbm.example.id``; one that is signed for is ours."""

BLOBS = Path(os.environ.get("PATBM_BLOBS") or DATA.blobs)


def database(url: str) -> dict[str, Any]:
    """Return Django's description of the database at `url`, of SQLite in our folder for none."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA.database,
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA secure_delete=ON;"
                ),
            },
        }
    parts = dict(conninfo_to_dict(url))
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host"}
    found = {name: parts.pop(key, "") for name, key in (*names.items(), ("PORT", "port"))}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": None,
        **found,
        "OPTIONS": parts,
    }


DATABASES = {"default": database(os.environ.get("PATBM_DATABASE_URL", ""))}

ALLOWED_HOSTS = [host.rpartition(":")[0] or host for host in HOSTS]
ALLOWED_HOSTS += ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "patbm_desktop.server.people.apps.PeopleConfig",
    "patbm_desktop.server.log.apps.LogConfig",
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "patbm_desktop.server.heads.HeadsHaveNoBody",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "patbm_desktop.server.admin.headers.OfficeHeaders",
    "patbm_desktop.server.people.changing.OneTimePasswordIsChanged",
]
ROOT_URLCONF = "patbm_desktop.server.urls"
WSGI_APPLICATION = "patbm_desktop.server.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [asset("server/templates")],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

AUTH_USER_MODEL = "people.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "id"
TIME_ZONE = "Asia/Makassar"
USE_I18N = True
USE_TZ = True
STATIC_URL = "/static/"
STATICFILES_DIRS = [asset("server/static"), ("icons", asset("icons"))]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/kantor/"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_SSL_REDIRECT = BEHIND_TLS
"""Waitress takes the word of the trusted proxy alone that a request came over TLS."""

SECURE_HSTS_SECONDS = 365 * 24 * 3600 if BEHIND_TLS else 0
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in HOSTS] if BEHIND_TLS else []
X_FRAME_OPTIONS = "DENY"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}},
}
