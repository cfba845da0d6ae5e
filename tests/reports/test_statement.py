"""What a sheet says of itself."""

import pytest

from patbm_desktop.domain.reason import Hint
from patbm_desktop.reports.paper import Photo
from patbm_desktop.reports.statement import Tone, printed_texts, statement
from tests.reports import samples


def nothing(_text: str) -> tuple[Hint, ...]:
    return ()


def test_green_is_only_for_a_sheet_without_results_plan_and_photos():
    said = statement(samples.month_sheet(with_results=False, plan=()), nothing, "id")
    assert said.tone is Tone.NUMBERS_ONLY
    assert said.text == "Lembar ini hanya angka dan nama kegiatan."


@pytest.mark.parametrize(
    "switched",
    [
        {"plan": ()},
        {"with_results": False},
        {"with_results": False, "plan": (), "with_photos": True},
    ],
)
def test_any_of_the_three_makes_it_neutral(switched):
    assert statement(samples.month_sheet(**switched), nothing, "id").tone is Tone.READ_AGAIN


def test_a_finding_is_named_and_never_green():
    def finds(text: str) -> tuple[Hint, ...]:
        return (Hint.TELEPHONE, Hint.NATIONAL_ID) if "buku" in text else ()

    said = statement(samples.month_sheet(), finds, "id")
    assert said.tone is Tone.LOOK
    assert "NIK, nomor telepon" in said.text


def test_only_what_will_be_printed_is_looked_through():
    texts = " ".join(printed_texts(samples.month_sheet(with_results=False, plan=())))
    assert "buku" not in texts
    assert "guru BK" in texts
    assert "rahasia" not in " ".join(printed_texts(samples.month_sheet()))


def test_a_caption_is_looked_through_when_photos_are_on():
    photos = (
        Photo(b"", "", "NIK di papan", "tidak"),
        Photo(b"", "", "tidak tercetak", "ya_belum"),
    )
    texts = list(printed_texts(samples.month_sheet(with_photos=True, photos=photos)))
    assert "NIK di papan" in texts
    assert "tidak tercetak" not in texts
