"""The addresses of the server: the eight calls of the laptops."""

from django.urls import path

from patbm_desktop.server.log import views

urlpatterns = [
    path("v1/hello", views.hello),
    path("v1/token", views.token),
    path("v1/invite", views.invite),
    path("v1/enrol", views.enrol),
    path("v1/sync", views.sync),
    path("v1/blob/<str:space>/<str:ent>/<str:sha>", views.blob),
]
