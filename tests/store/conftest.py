"""What the tests of the store share: a laptop with a vault of its own."""

import pytest

from tests.store.laptop import Laptop


@pytest.fixture
def laptop(tmp_path):
    """A vault that holds its first ops and nothing else."""
    made = Laptop(tmp_path / "vault").found()
    yield made
    made.close()


@pytest.fixture
def another(tmp_path):
    """The vault of somebody else."""
    made = Laptop(tmp_path / "another").found()
    yield made
    made.close()
