"""The addresses of the server: the eight calls of the laptops, and the office's pages."""

from django.contrib.staticfiles.views import serve
from django.urls import path

from patbm_desktop.server.admin.site import office
from patbm_desktop.server.log import views
from patbm_desktop.server.people.changing import OFFICE

urlpatterns = [
    path("v1/hello", views.hello),
    path("v1/token", views.token),
    path("v1/invite", views.invite),
    path("v1/enrol", views.enrol),
    path("v1/sync", views.sync),
    path("v1/blob/<str:space>/<str:ent>/<str:sha>", views.blob),
    path(OFFICE, office.urls),
    path("static/<path:path>", serve, {"insecure": True}),
]
"""Django calls its way of handing out files insecure because it is slow; few people ask here."""
