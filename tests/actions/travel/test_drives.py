"""Which flash drive is meant, told from what the system says."""

from pathlib import Path

import pytest

from patbm_desktop.actions.travel import drives
from patbm_desktop.actions.travel.drives import Drive
from patbm_desktop.domain.fault import Fault, Refusal

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sdb1 /media/sari/SANDISK\04016 vfat rw,nosuid,uid=1000 0 0
/dev/sdc1 /run/media/sari/FOTO exfat ro,nosuid 0 0
/dev/sr0 /media/cdrom0 iso9660 ro 0 0
gvfsd-fuse /run/media/gvfs fuse.gvfsd-fuse rw 0 0
broken line
"""
STICK = Drive(Path("/media/sari/SANDISK 16"), "SANDISK 16")
READ_ONLY = Drive(Path("/run/media/sari/FOTO"), "FOTO", is_read_only=True)


def test_on_linux_a_flash_drive_is_what_a_person_plugged_in() -> None:
    assert drives.of_mounts(MOUNTS.splitlines()) == (STICK, READ_ONLY)


def test_on_windows_a_flash_drive_is_a_removable_letter() -> None:
    found = drives.of_letters([("C", 3), ("D", 5), ("E", 2), ("Z", 4)])
    assert found == (Drive(Path("E:/"), "E:"),)


def test_the_only_flash_drive_is_taken_without_asking() -> None:
    assert drives.only([STICK], to_write=True) is STICK
    assert drives.only([STICK, READ_ONLY], to_write=True) is STICK


@pytest.mark.parametrize(
    ("found", "to_write", "refusal"),
    [
        ([], False, Refusal.STICK_MISSING),
        ([READ_ONLY], True, Refusal.STICK_MISSING),
        ([STICK, READ_ONLY], False, Refusal.STICK_SEVERAL),
    ],
)
def test_none_or_several_are_said_to_be_so(
    found: list[Drive], to_write: bool, refusal: Refusal
) -> None:
    with pytest.raises(Fault) as fault:
        drives.only(found, to_write=to_write)
    assert fault.value.refusal is refusal


def test_this_machine_is_asked_without_harm() -> None:
    assert isinstance(drives.plugged_in(), tuple)
