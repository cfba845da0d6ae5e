"""Keys, spaces and settings of this laptop."""

from patbm_desktop.store import keyring, setting
from patbm_desktop.store.keyring import HeldKey, Space

KEY = HeldKey("a" * 32, "b" * 32, "umum", bytes(32))


def remember(laptop, held):
    keyring.remember(laptop.db, held.kid, held.space, held.use, held.key)


def test_a_key_is_kept_once_and_found_by_its_space(laptop):
    remember(laptop, KEY)
    remember(laptop, KEY)
    assert keyring.keys_of(laptop.db, KEY.space) == [KEY]
    assert len(keyring.keys_of(laptop.db)) == 3


def test_a_key_does_not_show_in_its_repr():
    assert "x00" not in repr(KEY)


def test_the_secret_of_the_device_comes_back_after_a_restart(laptop):
    keyring.remember_device(laptop.db, "device", b"\x00secret")
    laptop.reopen()
    assert keyring.device_secret(laptop.db, "device") == b"\x00secret"
    assert keyring.device_secret(laptop.db, "other") is None


def test_a_space_is_called_what_it_was_called_last(laptop):
    keyring.put_space(laptop.db, Space("a" * 32, "RT 901", "64.71.99.1001", "901"))
    renamed = Space("a" * 32, "RT 902", "64.71.99.1001", "902")
    keyring.put_space(laptop.db, renamed)
    assert keyring.spaces(laptop.db) == [renamed]


def test_settings_are_any_json_and_have_defaults(laptop):
    assert setting.read(laptop.db, "lock_minutes", 5) == 5
    for value in (7, "tujuh", [1, None], {"a": True}, None):
        setting.write(laptop.db, "lock_minutes", value)
        assert setting.read(laptop.db, "lock_minutes", 5) == value
    setting.forget(laptop.db, "lock_minutes")
    assert setting.read(laptop.db, "lock_minutes", 5) == 5


def test_settings_and_secrets_do_not_meet(laptop):
    keyring.remember_device(laptop.db, "device", b"secret")
    setting.write(laptop.db, "device", "x")
    assert keyring.device_secret(laptop.db, "device") == b"secret"
