"""The code lists of a record: keys that never change; their labels stand in `resources/i18n`.

Order is the order in which a person is offered them. A key is never renamed or reused.
"""

PROGRAMS = (
    "lautan_rt", "ppatbm", "forum_anak", "kampung_pustaka", "rira", "posyandu_pkk", "kadarkum",
    "lainnya",
)  # fmt: skip
"""City and kelurahan programmes. Source: Lautan RT and PPATBM as reported for Balikpapan."""

TYPES = (
    "sosialisasi", "kelas_pengasuhan", "kegiatan_anak", "pemetaan", "kunjungan_rumah",
    "deteksi_dini", "respons_cepat", "rapat_koordinasi", "jejaring", "pelatihan",
    "layanan_identitas", "lainnya",
)  # fmt: skip
"""Kinds of PATBM work. Source: Pedoman PATBM edisi 1/2016 and local training topics."""

VISIT_TYPES = frozenset({"kunjungan_rumah", "deteksi_dini", "respons_cepat"})
"""Types that could point at one household: on paper they are a month's number, nothing more."""

TOPICS = (
    "pengasuhan_positif", "komunikasi_keluarga", "disiplin_positif", "peran_ayah",
    "gawai_internet_aman", "kenakalan_remaja", "perundungan", "cegah_kekerasan_fisik_psikis",
    "cegah_kekerasan_seksual", "kdrt", "cegah_perkawinan_anak", "anak_putus_sekolah",
    "pekerja_anak", "identitas_anak", "kesehatan_gizi_stunting", "napza_rokok",
    "disabilitas_inklusi", "radikalisme", "cara_melapor", "hak_anak", "literasi_baca", "lainnya",
)  # fmt: skip

PARTNERS = (
    "dp3akb", "uptd_ppa", "puskesmas", "sekolah", "polsek_bhabin", "babinsa", "pkk", "kua",
    "rumah_ibadah", "dunia_usaha", "perguruan_tinggi", "media", "lsm", "lainnya",
)  # fmt: skip

HELD_BY = ("rt", "kelurahan", "kota")
"""Who ran a session; the kelurahan's recap counts one not held by an RT only once."""

OUTCOME_AREAS = ("norma", "keterampilan", "respons")
"""The three changes the movement works for. Source: Pedoman PATBM edisi 1/2016."""

OUTCOME_OF_TYPE = {
    "sosialisasi": "norma", "kelas_pengasuhan": "keterampilan", "kegiatan_anak": "keterampilan",
    "pemetaan": "respons", "kunjungan_rumah": "respons", "deteksi_dini": "respons",
    "respons_cepat": "respons", "rapat_koordinasi": "respons", "jejaring": "respons",
    "pelatihan": "keterampilan", "layanan_identitas": "respons",
}  # fmt: skip

COST_SOURCES = ("swadaya", "dana_rt", "kelurahan", "apbd_dp3akb", "csr", "tanpa_biaya")

AGE_GROUPS = ("0-5", "6-12", "13-17", "18-24", "25-44", "45-59", "60+")
"""Age bands of Simfoni PPA, so that a service unit can retype them."""

SEXES = ("L", "P")

ELEMENTS = ("warga", "kader", "pengurus_rt", "tokoh", "guru", "nakes", "aparat", "anak")

PLACE_KINDS = (
    "balai_rt", "posyandu", "aula_kelurahan", "sekolah", "rumah_ibadah", "taman_rbra",
    "taman_baca", "lapangan", "rumah_warga", "daring", "lainnya",
)  # fmt: skip

POSITIONS = (
    "kader_ppa_rt", "ketua_rt", "ketua_ppatbm", "sekretaris", "anggota", "kasi_permas", "lurah",
    "petugas_dp3akb", "petugas_uptd",
)  # fmt: skip

LEVELS = ("rt", "kelurahan", "kecamatan", "kota")

ADDRESS_FORMS = ("ibu", "bapak", "kakak", "tanpa")

CONTACT_FUNCTIONS = (
    "polisi_110", "darurat_112", "sapa_129", "uptd_ppa", "puspaga", "bidang_pa", "lapor_pak",
    "sitopan", "puskesmas", "ambulans_119", "babinsa", "bhabinkamtibmas", "ketua_rt",
)  # fmt: skip

FIXED_CONTACTS = {"polisi_110": "110", "darurat_112": "112", "sapa_129": "129"}
"""National numbers that no data can change."""

ATTACHMENT_KINDS = ("foto", "daftar_hadir", "sk", "undangan", "notulen", "materi", "logo")

CHILDREN_VISIBLE = ("tidak", "ya_izin", "ya_belum")

CONSENT_KINDS = ("foto_kegiatan", "daftar_hadir_anak")

CONSENT_GIVERS = ("anak", "orang_tua", "wali")

CONSENT_FORMS = ("tertulis", "lisan_tercatat")

LETTERHEAD_OWNERS = ("rt", "kelurahan", "ppatbm")

VOID_REASONS = ("salah_ketik", "ganda", "tidak_jadi", "lainnya")

ROLES = ("pembaca", "anggota", "koordinator")
"""What a device may do in a space, least first."""

USES = ("umum", "kasus")
"""What a space key is for: all members, or the readers of cases."""
