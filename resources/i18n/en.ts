<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="id">
<context>
    <name>AboutSection</name>
    <message>
        <source>Versi %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lisensi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lokasi log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivitiesPage</name>
    <message>
        <source>Kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RT %1 · semua yang pernah dicatat</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n kegiatan ditemukan</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Catat kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cari kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cari tema atau tempat…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lainnya…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jenis kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daftar kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tampilkan semua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catat kegiatan pertama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin dari buku catatan lama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada kegiatan yang dicatat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catat kegiatan pertama, misalnya Lautan RT minggu ini. Tidak perlu lengkap, bisa diubah nanti.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panah pilih · Enter buka · Del hapus (bisa dibatalkan)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masukkan dari Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua tahun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tahun: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coba kata lain, atau tampilkan semua.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada yang cocok dengan “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih tahun atau jenis lain, atau tampilkan semua.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada kegiatan di sini</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivitiesRoad</name>
    <message>
        <source>Kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityBody</name>
    <message>
        <source>Simpan rencana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ubah tanggal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lihat yang lain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityDelegate</name>
    <message>
        <source>tema belum diisi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityFormPage</name>
    <message>
        <source>Membaca foto…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catat kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin dari buku catatan lama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rencanakan kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ubah kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jadi terlaksana?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua bisa diubah lagi nanti</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf tersimpan sendiri pukul %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf tersimpan sendiri saat diketik.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanggalnya besok. Ini rencana?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanggalnya %1. Ini rencana?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan perubahan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan rencana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cetak paket sesi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan, catat lagi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih dulu kegiatannya (nomor 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih dulu tanggalnya (nomor 2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanggal %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityListModel</name>
    <message>
        <source>Tanpa tanggal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityListView</name>
    <message>
        <source>Lanjutkan draf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hapus draf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lihat kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ubah kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi daftar hadir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jadi terlaksana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ubah tanggal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hapus kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityNotes</name>
    <message>
        <source>Hasil singkat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tindak lanjut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narasumber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hasil tampil di laporan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untuk Ketua RT dan kelurahan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>misalnya 19.30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>misalnya 90 menit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pelaksana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saya sendiri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sumber dana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum diisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mitra</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityWords</name>
    <message numerus="yes">
        <source>%n orang</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 dewasa, %2 anak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 L, %2 P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dua versi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rencana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum lengkap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum terbuka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dihapus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aman di laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n kegiatan</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peserta</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draf</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rencana</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n belum lengkap</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n foto</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n daftar hadir</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttendanceGrid</name>
    <message>
        <source>Enter: orang berikutnya. Tab: kolom berikutnya. Boleh tempel dari Excel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pakai jumlah daftar hadir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ada baris tanpa nama. Isi namanya, atau hapus barisnya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi L atau P di setiap baris.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daftar ini memuat paling banyak %1 nama.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama anak cukup nama depan. Lihat baris %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Di daftar ada %1 orang, di angka peserta %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 orang: dewasa L %2, P %3; anak L %4, P %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>Cetak daftar kosong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan daftar hadir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf tersimpan sendiri saat diketik.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daftar hadir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf tersimpan sendiri pukul %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttendanceRoad</name>
    <message>
        <source>Daftar hadir disimpan di laptop ini.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttendanceTable</name>
    <message>
        <source>ya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L/P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alamat/RT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabilitas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipGroup</name>
    <message>
        <source>Lainnya…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopiesSection</name>
    <message>
        <source>Semua catatan, foto dan kunci disalin ke satu file yang tetap terkunci.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salin semua ke flashdisk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambil dari cadangan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yang diambil ditambahkan. Catatan yang lebih baru tidak hilang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kata sandi saat %1 dibuat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kata sandi cadangan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masukkan catatan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountQuestion</name>
    <message>
        <source>Berapa yang hadir?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laki-laki dewasa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perempuan dewasa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anak laki-laki</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anak perempuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penyandang disabilitas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warga RT kami yang hadir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 yang hadir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ada penyandang disabilitas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kira-kira</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tentang angkanya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Di antaranya penyandang disabilitas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Emergency</name>
    <message>
        <source>Nomor darurat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor ditandai sudah dicoba.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kartu darurat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmergencyButton</name>
    <message>
        <source>Anak dalam bahaya?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka nomor darurat · F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bahaya? F1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmergencyCard</name>
    <message>
        <source>Tutup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cetak kartu ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pastikan %sapaan aman.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pastikan diri sendiri aman.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temani dan dengarkan anak, jangan didesak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jangan hubungi terduga pelaku.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anak dalam bahaya sekarang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telepon dulu. Mencatat bisa nanti.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sambil menunggu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor belum diisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belum dicoba</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Lembar pemulihan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan salinan ke flashdisk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salinan tersimpan. Flashdisk boleh dicabut.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExtrasRow</name>
    <message>
        <source>Tambah foto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tambah daftar hadir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tambah catatan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Kembali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catatan perlindungan anak RT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bahasa dan huruf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data diri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hubungan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak perlu internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua langkah ini bisa selesai tanpa sinyal. Hubungan ke kelurahan boleh menyusul kapan saja.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Langkah %1 dari 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mulai mencatat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GreetingStep</name>
    <message>
        <source>Bahasa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lautan RT, Sabtu 21 November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukuran huruf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bahasa dan ukuran huruf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klik contoh yang mudah dibaca.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HideButton</name>
    <message>
        <source>Sembunyikan layar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sembunyikan layar, F9</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Catat kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurang dari satu menit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cetak laporan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringkasan bulan untuk Ketua RT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perlu dilakukan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lihat semua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kegiatan terakhir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peserta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kegiatan per bulan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua catatan aman di laptop ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tersimpan dan terkunci. Tidak perlu internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hal</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lihat %n lainnya</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Semua beres. Terima kasih, %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua beres. Terima kasih.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sejauh ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum ada kegiatan yang dicatat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tema belum diisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n orang</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nomor UPTD PPA belum dicoba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor belum diisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coba sekarang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rencana: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diundur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jadi terlaksana?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanjutkan draf %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tersimpan sendiri pukul %1, belum selesai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selesaikan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n kegiatan belum lengkap</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Lengkapi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laporan %1 belum dicetak</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n kegiatan</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peserta</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lembar pemulihan belum dicoba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lembar pemulihan belum dicetak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kalau kata sandi lupa, lembar ini yang membukanya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coba lembar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cetak lembar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomeRoad</name>
    <message>
        <source>Beranda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf dihapus.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoiningStep</name>
    <message>
        <source>Nanti saja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mulai mencatat sekarang. Semua fungsi RT langsung bisa dipakai.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paling mudah</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catatan tetap tersimpan dan terkunci di laptop ini. Tidak ada yang dikirim tanpa sambungan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hubungkan ke kelurahan?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boleh dilewati. Aplikasi ini bekerja penuh tanpa server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kontak</name>
    <message>
        <source>Polisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Darurat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambulans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ketua RT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bila ada kekerasan atau ancaman saat ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kekerasan pada anak dan perempuan · WhatsApp %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polisi, ambulans, pemadam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pendampingan gratis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bila anak terluka atau sakit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belum dicoba · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belum dicoba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dulu %1 · diganti %2 oleh %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terakhir dicoba %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Tanggal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kegiatan dan tema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lampiran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockNotice</name>
    <message>
        <source>Akan terkunci sebentar lagi. Gerakkan mouse atau tekan tombol apa saja.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockingSection</name>
    <message numerus="yes">
        <source>%n menit</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Terkunci setelah tidak dipakai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jangan tampilkan nama di layar kunci</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yang terlihat hanya kotak kata sandi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biasanya 5 menit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogRoad</name>
    <message>
        <source>Pilih foto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foto (*.jpg *.jpeg *.png *.webp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foto dihapus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rencana disimpan di laptop ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perubahan disimpan di laptop ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kegiatan disimpan di laptop ini.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Ikuti laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gelap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ukuran huruf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warna layar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kertas laporan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kontras tinggi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameTable</name>
    <message>
        <source>Daftar hadir</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberLine</name>
    <message>
        <source>Sudah dicoba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor belum diisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor nasional, tidak bisa diubah</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>Nomor belum diisi · minta nomornya ke koordinator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sudah saya coba, tersambung</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseChoice</name>
    <message>
        <source>Kata sandi baru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paling sedikit empat kata, atau 20 huruf. Kata-katanya dipisah spasi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kata sendiri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ganti contoh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sembunyikan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tampilkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pakai kata dari program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pakai kata sendiri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum cukup. Tambah kata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cukup kuat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kuat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kekuatan kata sandi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Caps Lock sedang menyala</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tampilkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sembunyikan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonSection</name>
    <message>
        <source>Nama lengkap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panggilan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ketua RT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ibu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bapak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kakak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanpa sapaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sapaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kop surat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alamat di kop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tertulis di laporan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terlihat di layar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untuk tanda tangan di laporan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paling banyak lima baris. Kosong: kop yang biasa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi nama lengkap dulu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi nomor RT dulu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonStep</name>
    <message>
        <source>Kader RT (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tugas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siapa yang mencatat?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi sebentar saja. Semua bisa diubah di Pengaturan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi nama lengkap dulu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih kelurahan dari daftar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi nama kelurahan dulu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tulis sepuluh angka, misalnya 64.71.03.1001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi nomor RT dulu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama lengkap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panggilan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tertulis di laporan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terlihat di layar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ibu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bapak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kakak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanpa sapaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sapaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ketik lalu pilih</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidak ada di daftar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama kelurahan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kode kelurahan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoRowWidget</name>
    <message>
        <source>Foto %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wajah anak terlihat?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siapa yang memberi izin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bentuk izin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanggal izin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hapus foto %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Akan tercetak seperti ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hadir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, 1 kali</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n orang</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>laki-laki dewasa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perempuan dewasa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anak laki-laki</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anak perempuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum dihitung. Masuk rencana di laporan bulan sebelumnya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hanya jumlah sebulan yang tercetak, tanpa tanggal dan tempat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum lengkap. Boleh disimpan; di laporan tercetak “–”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SameCard</name>
    <message>
        <source>Pakai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sama seperti %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isi cepat dari %1 terakhir</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sapaan</name>
    <message>
        <source>Bu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ibu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bapak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kakak</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretSection</name>
    <message>
        <source>Belum dibuat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sudah dibuat, belum dicoba</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sudah dicoba, cocok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cetak lembar baru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cetak lembar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belum cocok. Periksa hurufnya, lalu coba lagi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ganti kata sandi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pakai kata sandi baru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tetap yang lama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lembar pemulihan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titipkan dalam amplop tertutup ke koordinator. Lembar baru menggantikan yang lama.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huruf di lembar pemulihan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coba lembarnya</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ketik huruf di lembar, empat-empat, untuk memastikan lembarnya terbaca.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coba lembar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tambah kata: paling sedikit empat kata, atau 20 huruf.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretStep</name>
    <message>
        <source>Cetak lembar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nanti</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buat kata sandi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiga kata ini kunci laptop %sapaan. Hafalkan, atau ganti.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiga kata ini kunci laptop ini. Hafalkan, atau ganti.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tambah kata: paling sedikit empat kata, atau 20 huruf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lembar pemulihan sudah dibuat. Titipkan dalam amplop tertutup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kata sandi sudah berlaku. Lembar bisa dicetak nanti di Pengaturan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cetak lembar pemulihan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titipkan dalam amplop tertutup ke koordinator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jangan simpan di rumah yang sama dengan laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kalau kata sandi lupa dan lembar ini hilang, catatan tidak bisa dibuka oleh siapa pun.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Tampilan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama dan RT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kata sandi dan lembar pemulihan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor darurat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kunci otomatis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cadangan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tentang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setiap perubahan langsung berlaku.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsRoad</name>
    <message>
        <source>Pengaturan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pengaturan diubah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data diri diubah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data RT diubah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama Ketua RT diubah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kop surat diubah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor diubah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor ditandai sudah dicoba.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lembar pemulihan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lembar pemulihan cocok.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tersimpan. File terkunci dengan kata sandi. Flashdisk boleh dicabut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ambil dari cadangan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 perubahan baru masuk dari cadangan, %2 sudah ada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cadangan (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>PATBM Desktop sudah terbuka di laptop ini. Jendelanya ditampilkan.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Kurangi %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tambah %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belum diisi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>Tidak jadi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ganda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dihapus, dengan alasan: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kegiatan dihapus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draf %1 dihapus.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Kembali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode rapat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopicsQuestion</name>
    <message>
        <source>Membahas apa?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boleh lebih dari satu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tema yang belum dibahas tahun ini: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Ada yang tidak berjalan semestinya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catatan %sapaan aman.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semua catatan aman.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terakhir tersimpan pukul %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tutup dan buka lagi. Kalau terulang, sampaikan kode %1 ke koordinator.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Kata sandi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lupa kata sandi?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka catatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kata-katanya dipisah spasi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kader RT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huruf di lembar pemulihan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pakai lembar pemulihan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ketik 24 huruf di lembar, empat-empat. Huruf kecil juga boleh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka dengan lembar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kembali ke kata sandi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lembarnya dititipkan di koordinator? Minta bantuan koordinator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pakai kata sandi baru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka cadangan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simpan salinan ke flashdisk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilih nama, lalu masukkan kata sandi sendiri.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terkunci sendiri setelah %1 menit tidak dipakai. Semua catatan aman.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buka nomor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anak dalam bahaya sekarang?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nomor darurat bisa dibuka tanpa kata sandi (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buat kata sandi baru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siapa yang mau mencatat?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kata sandi %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tambah kata: paling sedikit empat kata, atau 20 huruf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ketik kata sandi dulu, lalu buka cadangan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tunggu %1 detik sebelum mencoba lagi. Catatan tetap aman.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatQuestion</name>
    <message>
        <source>Kegiatan apa?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jenis kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program dan jenis lain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhenQuestion</name>
    <message>
        <source>Kapan?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanggal kegiatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tanggal laptop: %1. Betul?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hari ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kemarin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Besok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minggu depan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Betul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ubah tanggal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhereQuestion</name>
    <message>
        <source>Di mana?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nama tempat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tulis nama tempat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siapa yang mengadakan?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acara kelurahan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tempat acara, misalnya Aula kelurahan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Kata sandi diganti.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Batalkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer belum terbaca. Sambungkan printer, lalu coba lagi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aman di laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cadangan · hanya dibaca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perubahan terakhir dibatalkan.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Tidak ada layar di sini. Semua halaman dan laporan sebulan ditulis ke %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
