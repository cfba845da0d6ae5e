"""The receipt of an exchange, and the slip that invites somebody."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from patbm_desktop.domain.clock import WITA, Language
from patbm_desktop.reports.receipt import (
    InvitationSlip,
    ReceiptSheet,
    SpacePart,
    invitation_document,
    receipt_document,
)
from patbm_desktop.reports.render import render_pdf
from tests.reports import reading, samples

SHEET = ReceiptSheet(
    name="Sari Contoh", place="RT 912, Contoh", at=datetime(2026, 11, 21, 20, 14, tzinfo=WITA),
    sent=12, came=5, waits=0, held=1,
    spaces=(SpacePart(name="RT 912", places=1210, words=("satu", "dua", "tiga")),
            SpacePart(name="Kantor kelurahan", places=0, words=())),
)  # fmt: skip
SLIP = InvitationSlip(
    groups="VEPS BS6S 37XN 86KX VFTS", rt="912", kelurahan="Contoh", coordinator="Rina Contoh",
    server="https://patbm.contoh.go.id",
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words"),
    [("id", "RT 912 1.210 satu · dua · tiga"), ("en", "RT 912 1,210 satu · dua · tiga")],
)
def test_it_gives_the_words_that_two_ends_compare(
    qapp: QApplication, language: Language, words: str
) -> None:
    said = reading.words(render_pdf(receipt_document(SHEET, samples.printing("a4", language))))
    assert words in said
    assert "20.14" in said or "20:14" in said


@pytest.mark.parametrize(
    ("way", "said", "counts"),
    [
        ("net", "internet, dengan server", "12 terkirim 5 diterima 0 menunggu"),
        ("stick_in", "flashdisk, diambil ke laptop ini", "12 terkirim 5 diterima 0 menunggu"),
        (
            "stick_out",
            "flashdisk, disimpan dari laptop ini",
            "12 ikut di flashdisk 0 belum dipastikan sampai 1 perlu koordinator",
        ),
    ],
)
def test_it_says_by_which_way_notes_went(
    qapp: QApplication, way: str, said: str, counts: str
) -> None:
    sheet = replace(SHEET, way=way)
    found = reading.words(render_pdf(receipt_document(sheet, samples.printing())))
    assert f"Lewat : {said}" in found
    assert counts in found


def test_a_log_that_nobody_read_yet_has_no_words(qapp: QApplication) -> None:
    assert "Kantor kelurahan 0 –" in reading.words(
        render_pdf(receipt_document(SHEET, samples.printing()))
    )


def test_an_invitation_is_five_groups_for_one_rt_on_a_small_sheet(qapp: QApplication) -> None:
    pdf = render_pdf(invitation_document(SLIP, samples.printing()))
    assert reading.sizes_mm(pdf) == [(148, 210)]
    said = reading.words(pdf)
    assert "Untuk laptop RT 912 VEPS BS6S 37XN 86KX VFTS" in said
    assert "https://patbm.contoh.go.id" in said


def test_the_code_of_an_invitation_is_not_in_its_repr() -> None:
    assert "VEPS" not in repr(SLIP)
