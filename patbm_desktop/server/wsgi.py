"""The server as a WSGI application, for waitress or another runner.

Whoever runs it another way than `patbm-server` has to see to TLS and to a finished migration.
"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "patbm_desktop.server.settings")
application = get_wsgi_application()
