"""Laptops that found another log here than the one they had read, noted for the office to see.

After a restore all of them do, and that is well. Where nobody restored anything, somebody should
ask why. A laptop is noted once a day: it may go back many times in one round.
"""

from datetime import timedelta

from django.utils import timezone

from patbm_desktop.server.log.models import Access, Device, short_code
from patbm_desktop.server.people.models import Deed, Trail, remember

AGAIN = timedelta(days=1)


def note(dev: str, steps: int) -> None:
    """Write into the trail that the laptop `dev` went back `steps` times, unless none or known."""
    if not steps:
        return
    label = Device.objects.filter(dev=dev).values_list("label", flat=True).first()
    if label is None:
        return
    who = f"{label} {short_code(dev)}"
    since = timezone.now() - AGAIN
    if not Trail.objects.filter(what=Deed.WENT_BACK, who=who[:150], at__gt=since).exists():
        where = Access.objects.filter(dev=dev).order_by("kelurahan")
        remember(who, Deed.WENT_BACK, ", ".join(where.values_list("kelurahan", flat=True)))
