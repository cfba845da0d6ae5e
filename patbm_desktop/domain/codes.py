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

# -- cases -----------------------------------------------------------------------------------

CATEGORIES = (
    "konflik_pengasuhan", "pertengkaran_anak", "perundungan", "putus_sekolah", "tanpa_identitas",
    "telantar_ringan", "perilaku_berisiko", "rencana_kawin_anak", "kekerasan_psikis",
    "kekerasan_fisik", "kekerasan_seksual", "penelantaran", "eksploitasi", "perdagangan_orang",
    "kdrt_dewasa", "abh", "lainnya",
)  # fmt: skip
"""What a concern is about. No official list of micro-cases was found; DP3AKB is to approve it."""

CASE_GROUPS = ("konflik_keluarga", "kekerasan", "hak_dasar", "perilaku_berisiko", "lainnya")

TRIAGES = ("hijau", "kuning", "merah")
"""How pressing a case is, least first."""

SIGNS = (
    "luka", "ditinggal_malam", "hilang_kabur", "hamil", "ingin_mati", "senjata_ancaman", "narkoba",
    "berulang", "seksual",
)  # fmt: skip

CASE_STATUSES = (
    "baru", "didampingi", "dirujuk", "diterima_layanan", "dipantau", "selesai", "bukan_kasus",
)  # fmt: skip

CLOSED_STATUSES = ("selesai", "bukan_kasus")

STATUS_REASONS = (
    "membaik", "tertangani_layanan", "ditangani_uptd", "pindah", "pindah_uptd_tahu",
    "pilihan_korban", "keliru", "ganda", "lainnya",
)  # fmt: skip
"""Why a case is closed; the last three say why it was none."""

NEXT_STEPS = ("telepon", "tanya_uptd", "rujuk", "kunjungan", "cek")

DELAYS = ("24j", "72j", "lebih")
"""How long it took until a service took over: the same or next day, three days, longer."""

CONFIRMED = ("selesai", "bukan_kasus", "turun")
"""What a second person looks at: two ways to close, and a lower level."""

FROZEN_REASONS = ("permintaan", "proses_hukum", "lainnya")
"""Why a case may be read and not changed. A key, not a text: all members of the space read it.

Source: UU 27/2022 art. 41.
"""

KNOWN = ("ya", "tidak", "tidak_tahu")
YES_NO = ("ya", "tidak")

CALLED = ("uptd_ppa", "polisi_110", "sapa_129", "darurat_112", "lainnya")

SOURCES = (
    "korban", "keluarga", "tetangga", "guru", "kader_lain", "forum_anak", "temuan_sendiri",
    "lainnya",
)  # fmt: skip

FIRST_ACTIONS = (
    "mendengarkan", "mengamankan", "telepon_uptd", "telepon_polisi", "ke_puskesmas", "kunjungan",
    "hubungi_sekolah", "hubungi_kelurahan", "beri_kontak", "rencana_aman", "belum_ada",
)  # fmt: skip

VIOLENCE = (
    "fisik", "psikis", "seksual", "penelantaran", "trafficking", "eksploitasi", "lainnya",
)  # fmt: skip
"""Forms of violence. Source: Simfoni PPA, as public code and data sets mirror it."""

INCIDENT_PLACES = (
    "rumah_tangga", "tempat_kerja", "sekolah", "fasilitas_umum", "pendidikan_kilat", "daring",
    "lainnya",
)  # fmt: skip
"""Where it happened. Source: Simfoni PPA; `daring` is newer and not seen there."""

RELATIONS = (
    "orang_tua", "keluarga", "suami_istri", "tetangga", "pacar_teman", "guru", "majikan",
    "rekan_kerja", "lainnya", "tidak_diketahui",
)  # fmt: skip
"""What the person feared is to the victim. Source: Simfoni PPA; the last is ours."""

OFFENDER_AGES = ("0-11", "12-17", "dewasa")
"""Bands at which the law changes. Source: UU 11/2012 art. 1 and 21."""

CHILD_WISHES = ("ya", "belum", "tidak_ditanya")

AMPK = tuple(f"ampk_{number:02}" for number in range(1, 16))
"""The fifteen groups that need special protection. Source: UU 35/2014 art. 59 (2)."""

LEGAL_BASES = ("persetujuan", "kewajiban_hukum", "kepentingan_vital", "layanan_publik")
"""Why a case may be written down. Source: UU 27/2022 art. 20."""

FOLLOW_UPS = (
    "kunjungan", "telepon", "pendampingan_layanan", "koordinasi_sekolah", "koordinasi_puskesmas",
    "musyawarah_keluarga", "cek_keamanan", "umpan_balik_uptd",
)  # fmt: skip

FOLLOW_UP_RESULTS = ("membaik", "tetap", "memburuk", "tidak_bertemu", "terlaksana")

REFERRED_TO = (
    "uptd_ppa", "polisi", "puskesmas_rs", "puspaga", "dinsos", "disdukcapil", "disdikbud",
    "sekolah", "bapas", "lainnya",
)  # fmt: skip

MEANS = ("telepon", "diantar", "surat", "wa_tanpa_identitas")

UPTD_DECIDES = "uptd_menentukan"

SERVICES = (
    UPTD_DECIDES, "pengaduan", "penjangkauan", "pengelolaan_kasus", "penampungan_sementara",
    "pendampingan",
)  # fmt: skip
"""What a neighbourhood may ask for: five of the six functions of a UPTD PPA, or none by name.

The sixth is left out: it is for the UPTD alone to decide. Source: Permen PPPA 2/2022.
"""

OUTCOMES = ("menunggu", "diterima", "ditolak", "dialihkan")

REFUSED_BY = ("korban", "keluarga")

CASE_ATTACHMENT_KINDS = ("surat", "tanda_terima")

CASE_CONSENT_KINDS = ("pencatatan_kasus", "rujukan")

CASE_CONSENT_GIVERS = ("anak", "orang_tua", "wali", "korban_dewasa")

ACCESSES = ("buka", "tampilkan", "cetak", "ekspor", "pulih")
"""What is logged of who looked: opened, revealed, printed, exported, opened after a loss."""
