import pytest

from patbm_desktop.domain.ids import device_id
from patbm_desktop.seal import sign


def test_the_same_secret_gives_the_same_device():
    keys = sign.make()
    assert sign.restore(keys.secret) == keys
    assert keys.dev == device_id(keys.sign_pk, keys.box_pk)
    assert sign.make().dev != keys.dev


def test_showing_the_keys_shows_no_secret():
    keys = sign.make()
    assert str(keys.secret) not in repr(keys)
    assert str(keys.box_sk) not in repr(keys)
    assert "secret" not in repr(keys)


def test_a_secret_of_another_length_is_refused():
    with pytest.raises(ValueError, match="64"):
        sign.restore(b"short")


def test_a_signature_is_the_one_any_other_ed25519_makes():
    keys = sign.restore(bytes(64))
    assert sign.sign(keys, b"").hex() == (
        "79cb1daae0cca7f962814e411ddf01fb00078093cab45e2f3d3bdea055fcea9b"
        "7d94927427fb3cf740efd557849bc2c6c07528ee73075d70b70280e50360f30a"
    )
