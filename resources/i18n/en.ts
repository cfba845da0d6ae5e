<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="id">
<context>
    <name>AboutSection</name>
    <message>
        <source>Versi %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Baca yang baru</source>
        <translation>Read what is new</translation>
    </message>
    <message>
        <source>Lisensi</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Lokasi log</source>
        <translation>Log location</translation>
    </message>
</context>
<context>
    <name>ActivitiesPage</name>
    <message>
        <source>Kegiatan</source>
        <translation>Activities</translation>
    </message>
    <message>
        <source>Seluruh kelurahan · semua yang pernah dicatat</source>
        <translation>Whole kelurahan · everything ever logged</translation>
    </message>
    <message>
        <source>RT %1 · semua yang pernah dicatat</source>
        <translation>RT %1 · everything ever logged</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kegiatan ditemukan</source>
        <translation>
            <numerusform>%Ln activity found</numerusform>
            <numerusform>%Ln activities found</numerusform>
        </translation>
    </message>
    <message>
        <source>Catat kegiatan</source>
        <translation>Log activity</translation>
    </message>
    <message>
        <source>Cari kegiatan</source>
        <translation>Search activities</translation>
    </message>
    <message>
        <source>Cari tema atau tempat…</source>
        <translation>Search theme or place…</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Lainnya…</source>
        <translation>Others…</translation>
    </message>
    <message>
        <source>Jenis kegiatan</source>
        <translation>Kind of activity</translation>
    </message>
    <message>
        <source>Daftar kegiatan</source>
        <translation>List of activities</translation>
    </message>
    <message>
        <source>Tampilkan semua</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Catat kegiatan pertama</source>
        <translation>Log the first activity</translation>
    </message>
    <message>
        <source>Salin dari buku catatan lama</source>
        <translation>Copy from the old notebook</translation>
    </message>
    <message>
        <source>Belum ada kegiatan yang dicatat</source>
        <translation>No activity logged yet</translation>
    </message>
    <message>
        <source>Catat kegiatan pertama, misalnya Lautan RT minggu ini. Tidak perlu lengkap, bisa diubah nanti.</source>
        <translation>Log the first activity, such as this week&apos;s Lautan RT. It need not be complete, it can be changed later.</translation>
    </message>
    <message>
        <source>Belum ada kegiatan yang sampai di sini</source>
        <translation>No activity has arrived here yet</translation>
    </message>
    <message>
        <source>Kegiatan RT muncul di sini setelah laptopnya terhubung.</source>
        <translation>Activities of an RT appear here once its laptop is connected.</translation>
    </message>
    <message>
        <source>Panah pilih · Enter buka · Del hapus (bisa dibatalkan)</source>
        <translation>Arrows choose · Enter opens · Del deletes (can be undone)</translation>
    </message>
    <message>
        <source>Masukkan dari Excel</source>
        <translation>Bring in from Excel</translation>
    </message>
    <message>
        <source>Semua tahun</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>Tahun: %1</source>
        <translation>Year: %1</translation>
    </message>
    <message>
        <source>Coba kata lain, atau tampilkan semua.</source>
        <translation>Try another word, or show all.</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok dengan “%1”.</source>
        <translation>Nothing matches “%1”.</translation>
    </message>
    <message>
        <source>Pilih tahun atau jenis lain, atau tampilkan semua.</source>
        <translation>Choose another year or kind, or show all.</translation>
    </message>
    <message>
        <source>Belum ada kegiatan di sini</source>
        <translation>No activity here yet</translation>
    </message>
</context>
<context>
    <name>ActivitiesRoad</name>
    <message>
        <source>Kegiatan</source>
        <translation>Activities</translation>
    </message>
</context>
<context>
    <name>ActivityBar</name>
    <message>
        <source>Simpan perubahan</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>Simpan kegiatan</source>
        <translation>Save activity</translation>
    </message>
    <message>
        <source>Simpan rencana</source>
        <translation>Save plan</translation>
    </message>
    <message>
        <source>Cetak paket sesi</source>
        <translation>Print session pack</translation>
    </message>
    <message>
        <source>Simpan, catat lagi</source>
        <translation>Save and log another</translation>
    </message>
    <message>
        <source>Draf tersimpan sendiri saat diketik.</source>
        <translation>The draft is saved by itself while you type.</translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Draf tersimpan sendiri pukul %1.</source>
        <translation>Draft saved by itself at %1.</translation>
    </message>
    <message>
        <source>Boleh ditutup kapan saja.</source>
        <translation>You can close any time.</translation>
    </message>
</context>
<context>
    <name>ActivityBody</name>
    <message>
        <source>Pindahkan ke Catatan rahasia</source>
        <translation>Move to Confidential notes</translation>
    </message>
    <message>
        <source>Simpan rencana</source>
        <translation>Save plan</translation>
    </message>
    <message>
        <source>Ubah tanggal</source>
        <translation>Change date</translation>
    </message>
    <message>
        <source>Lihat yang lain</source>
        <translation>See the other one</translation>
    </message>
</context>
<context>
    <name>ActivityDelegate</name>
    <message>
        <source>tema belum diisi</source>
        <translation>theme not filled in</translation>
    </message>
</context>
<context>
    <name>ActivityFacts</name>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Rencana</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Penyelenggara</source>
        <translation>Held by</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Jenis kegiatan</source>
        <translation>Kind of activity</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Kira-kira</source>
        <translation>Estimate</translation>
    </message>
    <message>
        <source>Peserta dengan disabilitas</source>
        <translation>Participants with a disability</translation>
    </message>
    <message>
        <source>Pelaksana</source>
        <translation>Led by</translation>
    </message>
    <message>
        <source>Nama kegiatan</source>
        <translation>Name of the activity</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Lama</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Narasumber</source>
        <translation>Speakers</translation>
    </message>
    <message>
        <source>Mitra</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Hasil singkat</source>
        <translation>Short result</translation>
    </message>
    <message>
        <source>Tampil di laporan</source>
        <translation>Shown on the report</translation>
    </message>
    <message>
        <source>Tindak lanjut</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Sumber dana</source>
        <translation>Source of funds</translation>
    </message>
    <message>
        <source>Bagian lain</source>
        <translation>Other parts</translation>
    </message>
    <message>
        <source>belum ada namanya</source>
        <translation>no name yet</translation>
    </message>
    <message>
        <source>ya</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>tidak</source>
        <translation>no</translation>
    </message>
    <message numerus="yes">
        <source>%Ln menit</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (dewasa %2 L, %3 P; anak %4 L, %5 P)</source>
        <translation>%1 (adults %2 M, %3 F; children %4 M, %5 F)</translation>
    </message>
</context>
<context>
    <name>ActivityFormPage</name>
    <message>
        <source>Membaca foto…</source>
        <translation>Reading photos…</translation>
    </message>
    <message>
        <source>Catat kegiatan</source>
        <translation>Log activity</translation>
    </message>
    <message>
        <source>Salin dari buku catatan lama</source>
        <translation>Copy from the old notebook</translation>
    </message>
    <message>
        <source>Rencanakan kegiatan</source>
        <translation>Plan an activity</translation>
    </message>
    <message>
        <source>Ubah kegiatan</source>
        <translation>Change activity</translation>
    </message>
    <message>
        <source>Jadi terlaksana?</source>
        <translation>Did it take place?</translation>
    </message>
    <message>
        <source>Semua bisa diubah lagi nanti</source>
        <translation>Everything can be changed later</translation>
    </message>
    <message>
        <source>Tanggalnya besok. Ini rencana?</source>
        <translation>The date is tomorrow. Is this a plan?</translation>
    </message>
    <message>
        <source>Tanggalnya %1. Ini rencana?</source>
        <translation>The date is %1. Is this a plan?</translation>
    </message>
</context>
<context>
    <name>ActivityListModel</name>
    <message>
        <source>Tanpa tanggal</source>
        <translation>No date</translation>
    </message>
</context>
<context>
    <name>ActivityListView</name>
    <message>
        <source>Lanjutkan draf</source>
        <translation>Continue draft</translation>
    </message>
    <message>
        <source>Hapus draf</source>
        <translation>Delete draft</translation>
    </message>
    <message>
        <source>Lihat kegiatan</source>
        <translation>View activity</translation>
    </message>
    <message>
        <source>Ubah kegiatan</source>
        <translation>Change activity</translation>
    </message>
    <message>
        <source>Isi daftar hadir</source>
        <translation>Fill in attendance</translation>
    </message>
    <message>
        <source>Jadi terlaksana</source>
        <translation>It took place</translation>
    </message>
    <message>
        <source>Ubah tanggal</source>
        <translation>Change date</translation>
    </message>
    <message>
        <source>Hapus kegiatan</source>
        <translation>Delete activity</translation>
    </message>
</context>
<context>
    <name>ActivityNotes</name>
    <message>
        <source>Hasil singkat</source>
        <translation>Short result</translation>
    </message>
    <message>
        <source>Tindak lanjut</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Nama kegiatan</source>
        <translation>Name of the activity</translation>
    </message>
    <message>
        <source>Narasumber</source>
        <translation>Speakers</translation>
    </message>
    <message>
        <source>Hasil tampil di laporan</source>
        <translation>Show the result on the report</translation>
    </message>
    <message>
        <source>Untuk Ketua RT dan kelurahan</source>
        <translation>For the RT head and the kelurahan</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>misalnya 19.30</source>
        <translation>such as 19:30</translation>
    </message>
    <message>
        <source>Lama</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>misalnya 90 menit</source>
        <translation>such as 90 minutes</translation>
    </message>
    <message>
        <source>Pelaksana</source>
        <translation>Led by</translation>
    </message>
    <message>
        <source>Saya sendiri</source>
        <translation>Myself</translation>
    </message>
    <message>
        <source>Sumber dana</source>
        <translation>Source of funds</translation>
    </message>
    <message>
        <source>Belum diisi</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>Mitra</source>
        <translation>Partners</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Ubah kegiatan</source>
        <translation>Change activity</translation>
    </message>
    <message>
        <source>Kegiatan ini sudah dihapus.</source>
        <translation>This activity was deleted.</translation>
    </message>
    <message>
        <source>Munculkan lagi</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Catatan ini punya dua versi. Keduanya tersimpan.</source>
        <translation>This note has two versions. Both are kept.</translation>
    </message>
    <message>
        <source>Pilih versi</source>
        <translation>Choose version</translation>
    </message>
    <message>
        <source>Hapus kegiatan</source>
        <translation>Delete activity</translation>
    </message>
    <message>
        <source>Riwayat perubahan</source>
        <translation>History of changes</translation>
    </message>
</context>
<context>
    <name>ActivityProblem</name>
    <message>
        <source>Pilih dulu kegiatannya (nomor 1).</source>
        <translation>Choose the activity first (number 1).</translation>
    </message>
    <message>
        <source>Pilih dulu tanggalnya (nomor 2).</source>
        <translation>Choose the date first (number 2).</translation>
    </message>
</context>
<context>
    <name>ActivityRoad</name>
    <message>
        <source>Pilih foto</source>
        <translation>Choose photos</translation>
    </message>
    <message>
        <source>Foto (*.jpg *.jpeg *.png *.webp)</source>
        <translation>Photos (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
    <message>
        <source>Membaca foto…</source>
        <translation>Reading photos…</translation>
    </message>
    <message>
        <source>Foto disimpan di laptop ini.</source>
        <translation>Photo saved on this laptop.</translation>
    </message>
    <message>
        <source>Jawaban disimpan.</source>
        <translation>Answer saved.</translation>
    </message>
    <message>
        <source>Foto dihapus.</source>
        <translation>Photo deleted.</translation>
    </message>
    <message>
        <source>Tanggal rencana diubah.</source>
        <translation>Date of the plan changed.</translation>
    </message>
    <message>
        <source>Kegiatan dimunculkan lagi.</source>
        <translation>Activity brought back.</translation>
    </message>
    <message>
        <source>Dikembalikan seperti sebelumnya.</source>
        <translation>Put back as it was before.</translation>
    </message>
</context>
<context>
    <name>ActivityWords</name>
    <message>
        <source>Kegiatan</source>
        <translation>Activities</translation>
    </message>
    <message numerus="yes">
        <source>%Ln orang</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dewasa</source>
        <translation>
            <numerusform>%Ln adult</numerusform>
            <numerusform>%Ln adults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln anak</source>
        <translation>
            <numerusform>%Ln child</numerusform>
            <numerusform>%Ln children</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 L, %2 P</source>
        <translation>%1 M, %2 F</translation>
    </message>
    <message>
        <source>Dua versi</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>Draf</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Rencana</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Belum lengkap</source>
        <translation>Incomplete</translation>
    </message>
    <message>
        <source>Belum terbuka</source>
        <translation>Not open yet</translation>
    </message>
    <message>
        <source>Perlu versi baru</source>
        <translation>Needs a newer version</translation>
    </message>
    <message>
        <source>Dihapus</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>Menunggu dikirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Dikirim</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Menunggu koordinator</source>
        <translation>Waiting for the coordinator</translation>
    </message>
    <message>
        <source>Belum diterima</source>
        <translation>Not received yet</translation>
    </message>
    <message>
        <source>Terkirim</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Aman di laptop</source>
        <translation>Safe on laptop</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kegiatan</source>
        <translation>
            <numerusform>%Ln activity</numerusform>
            <numerusform>%Ln activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln peserta</source>
        <translation>
            <numerusform>%Ln participant</numerusform>
            <numerusform>%Ln participants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln draf</source>
        <translation>
            <numerusform>%Ln draft</numerusform>
            <numerusform>%Ln drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rencana</source>
        <translation>
            <numerusform>%Ln planned</numerusform>
            <numerusform>%Ln planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln belum lengkap</source>
        <translation>
            <numerusform>%Ln incomplete</numerusform>
            <numerusform>%Ln incomplete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n foto</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n daftar hadir</source>
        <translation>
            <numerusform>%n attendance sheet</numerusform>
            <numerusform>%n attendance sheets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdmissionCard</name>
    <message>
        <source>Laptop minta terhubung</source>
        <translation>Laptops asking to be connected</translation>
    </message>
    <message>
        <source>Lihat lagi</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Belum ada yang menunggu.</source>
        <translation>Nobody is waiting.</translation>
    </message>
    <message>
        <source>Sedang melihat siapa yang menunggu…</source>
        <translation>Looking up who is waiting…</translation>
    </message>
    <message>
        <source>RT %1</source>
        <translation>RT %1</translation>
    </message>
    <message>
        <source>koordinator</source>
        <translation>coordinator</translation>
    </message>
    <message>
        <source>diundang untuk RT %1</source>
        <translation>invited for RT %1</translation>
    </message>
    <message>
        <source>undangan dari laptop lain</source>
        <translation>invited from another laptop</translation>
    </message>
    <message>
        <source>Lewat flashdisk</source>
        <translation>By flash drive</translation>
    </message>
    <message>
        <source>Lewat internet</source>
        <translation>By internet</translation>
    </message>
    <message>
        <source>Dua belas huruf</source>
        <translation>Twelve characters</translation>
    </message>
    <message>
        <source>Ketik yang dibacakan pemilik laptop, langsung atau lewat nomor yang sudah dikenal.</source>
        <translation>Type what the owner of the laptop reads out, face to face or on a number known before.</translation>
    </message>
    <message>
        <source>Dua belas huruf yang dibacakan</source>
        <translation>The twelve characters read out</translation>
    </message>
    <message>
        <source>Sebagai</source>
        <translation>As</translation>
    </message>
    <message>
        <source>Catatan rahasia RT ini</source>
        <translation>Confidential notes of this RT</translation>
    </message>
    <message>
        <source>Terima laptop ini</source>
        <translation>Admit this laptop</translation>
    </message>
    <message>
        <source>Kader RT</source>
        <translation>RT volunteer</translation>
    </message>
    <message>
        <source>Pendamping kasus</source>
        <translation>Case companion</translation>
    </message>
    <message>
        <source>Koordinator</source>
        <translation>Coordinator</translation>
    </message>
    <message>
        <source>Ketik dua belas hurufnya dulu.</source>
        <translation>Type the twelve characters first.</translation>
    </message>
</context>
<context>
    <name>AdviceCard</name>
    <message>
        <source>Yang perlu diingat</source>
        <translation>Keep in mind</translation>
    </message>
    <message>
        <source>Buat tembusan untuk sekolah</source>
        <translation>Make a copy for the school</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Jawaban layanan</source>
        <translation>Answer of the service</translation>
    </message>
    <message>
        <source>Simpan jawaban</source>
        <translation>Save answer</translation>
    </message>
    <message>
        <source>Apa jawabannya?</source>
        <translation>What was the answer?</translation>
    </message>
</context>
<context>
    <name>AttendanceGrid</name>
    <message>
        <source>Enter: orang berikutnya. Tab: kolom berikutnya. Boleh tempel dari Excel.</source>
        <translation>Enter: next person. Tab: next column. You can paste from Excel.</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Pakai jumlah daftar hadir</source>
        <translation>Use the numbers of this sheet</translation>
    </message>
    <message>
        <source>Ada baris tanpa nama. Isi namanya, atau hapus barisnya.</source>
        <translation>A row has no name. Fill in the name, or delete the row.</translation>
    </message>
    <message>
        <source>Isi L atau P di setiap baris.</source>
        <translation>Fill in M (L) or F (P) in every row.</translation>
    </message>
    <message>
        <source>Daftar ini memuat paling banyak %1 nama.</source>
        <translation>This sheet holds at most %1 names.</translation>
    </message>
    <message>
        <source>Nama anak cukup nama depan. Lihat baris %1.</source>
        <translation>For a child the first name is enough. See row %1.</translation>
    </message>
    <message>
        <source>Di daftar ada %1 orang, di angka peserta %2.</source>
        <translation>The sheet has %1 people, the head count says %2.</translation>
    </message>
    <message>
        <source>%1 orang: dewasa L %2, P %3; anak L %4, P %5</source>
        <translation>%1 people: adults M %2, F %3; children M %4, F %5</translation>
    </message>
    <message>
        <source>disabilitas %1</source>
        <translation>disability %1</translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>Cetak daftar kosong</source>
        <translation>Print blank sheet</translation>
    </message>
    <message>
        <source>Simpan daftar hadir</source>
        <translation>Save attendance</translation>
    </message>
    <message>
        <source>Draf tersimpan sendiri saat diketik.</source>
        <translation>The draft is saved by itself while you type.</translation>
    </message>
    <message>
        <source>Daftar hadir</source>
        <translation>Attendance sheet</translation>
    </message>
    <message>
        <source>Draf tersimpan sendiri pukul %1.</source>
        <translation>Draft saved by itself at %1.</translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation>Saving…</translation>
    </message>
</context>
<context>
    <name>AttendanceRoad</name>
    <message>
        <source>Daftar hadir disimpan di laptop ini.</source>
        <translation>Attendance saved on this laptop.</translation>
    </message>
</context>
<context>
    <name>AttendanceTable</name>
    <message>
        <source>kosong</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>ya</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>L/P</source>
        <translation>M/F</translation>
    </message>
    <message>
        <source>Usia</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Unsur</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Alamat/RT</source>
        <translation>Address/RT</translation>
    </message>
    <message>
        <source>Disabilitas</source>
        <translation>Disability</translation>
    </message>
</context>
<context>
    <name>CallAgain</name>
    <message>
        <source>Sudah menelepon?</source>
        <translation>Have you called?</translation>
    </message>
    <message>
        <source>Jam menelepon dicatat.</source>
        <translation>Time of the call noted.</translation>
    </message>
</context>
<context>
    <name>CallPanel</name>
    <message>
        <source>Belum ada yang menelepon untuk %1.</source>
        <translation>Nobody has called about %1 yet.</translation>
    </message>
    <message>
        <source>Buka catatan</source>
        <translation>Open note</translation>
    </message>
    <message>
        <source>Simpan jamnya</source>
        <translation>Save the time</translation>
    </message>
</context>
<context>
    <name>CallQuestion</name>
    <message>
        <source>Jam menelepon %1</source>
        <translation>Time of the call to %1</translation>
    </message>
    <message>
        <source>misalnya 19.30</source>
        <translation>such as 19:30</translation>
    </message>
</context>
<context>
    <name>CalledForm</name>
    <message>
        <source>Catat telepon</source>
        <translation>Note a call</translation>
    </message>
    <message>
        <source>Simpan telepon</source>
        <translation>Save call</translation>
    </message>
    <message>
        <source>nomor yang ditelepon</source>
        <translation>the number that was called</translation>
    </message>
</context>
<context>
    <name>CaseFields</name>
    <message>
        <source>Kelompok</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Tingkat</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Langkah berikutnya</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Waktu ke rujukan</source>
        <translation>Time until referral</translation>
    </message>
    <message>
        <source>Dilihat orang kedua</source>
        <translation>Seen by a second person</translation>
    </message>
    <message>
        <source>Dibekukan</source>
        <translation>Frozen</translation>
    </message>
    <message>
        <source>Jenis masalah</source>
        <translation>Kind of problem</translation>
    </message>
    <message>
        <source>Siapa</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Bahaya sekarang</source>
        <translation>Danger now</translation>
    </message>
    <message>
        <source>Tanda</source>
        <translation>Signs</translation>
    </message>
    <message>
        <source>Sudah menelepon</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>Tanggal diketahui</source>
        <translation>Date it became known</translation>
    </message>
    <message>
        <source>Inisial</source>
        <translation>Initials</translation>
    </message>
    <message>
        <source>Catatan singkat</source>
        <translation>Short note</translation>
    </message>
    <message>
        <source>Tahu dari siapa</source>
        <translation>Heard from</translation>
    </message>
    <message>
        <source>Sudah melakukan apa</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>Bentuk kekerasan</source>
        <translation>Form of violence</translation>
    </message>
    <message>
        <source>Tempat kejadian</source>
        <translation>Place of the event</translation>
    </message>
    <message>
        <source>Hubungan terduga pelaku</source>
        <translation>Relation of the person feared</translation>
    </message>
    <message>
        <source>Terduga pelaku</source>
        <translation>The person feared</translation>
    </message>
    <message>
        <source>Serumah dengan terduga pelaku</source>
        <translation>Lives with the person feared</translation>
    </message>
    <message>
        <source>Penyandang disabilitas</source>
        <translation>Has a disability</translation>
    </message>
    <message>
        <source>Anak mau dibantu</source>
        <translation>The child wants help</translation>
    </message>
    <message>
        <source>Kategori AMPK</source>
        <translation>AMPK category</translation>
    </message>
    <message>
        <source>Dasar pencatatan</source>
        <translation>Basis for noting</translation>
    </message>
    <message>
        <source>Disembunyikan</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>kosong</source>
        <translation>empty</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Pilih dulu: %1</source>
        <translation>Choose first: %1</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>Pernah dua versi</source>
        <translation>Once had two versions</translation>
    </message>
</context>
<context>
    <name>CaseListView</name>
    <message>
        <source>Munculkan lagi</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Buka catatan</source>
        <translation>Open note</translation>
    </message>
    <message>
        <source>Sembunyikan catatan</source>
        <translation>Hide note</translation>
    </message>
</context>
<context>
    <name>CaseNotices</name>
    <message>
        <source>Munculkan lagi</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>Catatan ini disembunyikan.</source>
        <translation>This note is hidden.</translation>
    </message>
    <message>
        <source>Dibekukan sejak %1 (%2). Hanya bisa dibaca.</source>
        <translation>Frozen since %1 (%2). It can only be read.</translation>
    </message>
    <message>
        <source>Akhiri pembekuan</source>
        <translation>End the freeze</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bagian belum bisa dibuka di laptop ini. Isinya tetap tersimpan.</source>
        <translation>
            <numerusform>%Ln part cannot be opened on this laptop yet. Its content is still kept.</numerusform>
            <numerusform>%Ln parts cannot be opened on this laptop yet. Their content is still kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>Di laptop ini hanya kode, tingkat, status, dan tanggal.</source>
        <translation>This laptop holds only code, level, status and date.</translation>
    </message>
    <message>
        <source>Sisanya dipegang %1.</source>
        <translation>The rest is held by %1.</translation>
    </message>
    <message>
        <source>Buka nomor darurat</source>
        <translation>Open emergency numbers</translation>
    </message>
    <message>
        <source>Telepon %1.</source>
        <translation>Call %1.</translation>
    </message>
    <message>
        <source>Catat kabar dari UPTD PPA</source>
        <translation>Record news from UPTD PPA</translation>
    </message>
    <message>
        <source>Cetak kartu nomor</source>
        <translation>Print card of numbers</translation>
    </message>
    <message>
        <source>Catat cek keamanan</source>
        <translation>Note a safety check</translation>
    </message>
    <message>
        <source>Lihat %1</source>
        <translation>View %1</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Simpan dulu</source>
        <translation>Keep for now</translation>
    </message>
    <message>
        <source>Persetujuan untuk %1: %2.</source>
        <translation>Consent to %1: %2.</translation>
    </message>
    <message>
        <source>Catat sudah ditarik</source>
        <translation>Note that it was taken back</translation>
    </message>
    <message>
        <source>Catatan ini sudah terbuka lebih dari setahun. Lihat lagi apa yang masih perlu dilakukan.</source>
        <translation>This note has been open for over a year. Look again at what still needs to be done.</translation>
    </message>
    <message>
        <source>Catatan ini sudah lewat masa simpan. Kalau diminta dihapus, semua anggota melihat permintaan itu 14 hari, lalu kantor kota menghapusnya permanen.</source>
        <translation>This note is past its time of keeping. If its erasure is asked for, all members see the request for 14 days, then the city office erases it for good.</translation>
    </message>
    <message>
        <source>Minta dihapus permanen</source>
        <translation>Ask for erasure</translation>
    </message>
    <message>
        <source>Catatan ini sudah lewat masa simpan. Penghapusannya diminta ke kelurahan.</source>
        <translation>The time to keep this note is over. Its deletion is asked of the kelurahan.</translation>
    </message>
    <message>
        <source>Disimpan sampai %1.</source>
        <translation>Kept until %1.</translation>
    </message>
    <message>
        <source>Tarik kembali</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Minta koordinator menarik kembali permintaan hapus.</source>
        <translation>Ask a coordinator to take back the request for erasure.</translation>
    </message>
    <message>
        <source>Catatan ini menunggu dihapus permanen oleh kantor kota.</source>
        <translation>This note waits to be erased for good by the city office.</translation>
    </message>
    <message>
        <source>Catatan ini akan dihapus permanen tanggal %1.</source>
        <translation>This note will be erased for good on %1.</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Catatan rahasia</source>
        <translation>Confidential note</translation>
    </message>
    <message>
        <source>Catatan rahasia · dibuka %1 %2</source>
        <translation>Confidential note · opened by %1 at %2</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Orang tua/wali</source>
        <translation>Parent or guardian</translation>
    </message>
    <message>
        <source>Kontak aman</source>
        <translation>Safe contact</translation>
    </message>
    <message>
        <source>Tutup catatan</source>
        <translation>Close note</translation>
    </message>
    <message>
        <source>Catat tindak lanjut</source>
        <translation>Add follow-up</translation>
    </message>
    <message>
        <source>Cetak pengingat</source>
        <translation>Print reminder</translation>
    </message>
    <message>
        <source>Bekukan catatan</source>
        <translation>Freeze note</translation>
    </message>
    <message>
        <source>Sembunyikan catatan</source>
        <translation>Hide note</translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>CaseRoad</name>
    <message>
        <source>Tindak lanjut disimpan.</source>
        <translation>Follow-up saved.</translation>
    </message>
    <message>
        <source>Langkah berikutnya diubah.</source>
        <translation>Next step changed.</translation>
    </message>
    <message>
        <source>Telepon dicatat.</source>
        <translation>Call noted.</translation>
    </message>
    <message>
        <source>Isian disimpan.</source>
        <translation>Answers saved.</translation>
    </message>
    <message>
        <source>Surat dicatat sudah diserahkan.</source>
        <translation>Letter noted as handed over.</translation>
    </message>
    <message>
        <source>Tanda terima disimpan.</source>
        <translation>Receipt saved.</translation>
    </message>
    <message>
        <source>Jawaban disimpan.</source>
        <translation>Answer saved.</translation>
    </message>
    <message>
        <source>Catatan dibekukan.</source>
        <translation>Note frozen.</translation>
    </message>
    <message>
        <source>Penghapusan diminta. Semua anggota bisa melihatnya.</source>
        <translation>Erasure asked for. All members can see it.</translation>
    </message>
    <message>
        <source>Status diubah.</source>
        <translation>Status changed.</translation>
    </message>
    <message>
        <source>Dicatat sudah dilihat.</source>
        <translation>Noted as seen.</translation>
    </message>
    <message>
        <source>Tingkat diturunkan.</source>
        <translation>Level lowered.</translation>
    </message>
    <message>
        <source>Dicatat: belum bersedia.</source>
        <translation>Noted: not willing yet.</translation>
    </message>
    <message>
        <source>Satu versi dipakai.</source>
        <translation>One version is now used.</translation>
    </message>
    <message>
        <source>Nama dan alamat dihapus.</source>
        <translation>Name and address removed.</translation>
    </message>
    <message>
        <source>Persetujuan dicatat ditarik.</source>
        <translation>The consent is noted as taken back.</translation>
    </message>
    <message>
        <source>Catatan bisa diubah lagi.</source>
        <translation>The note can be changed again.</translation>
    </message>
    <message>
        <source>Catatan dimunculkan lagi.</source>
        <translation>Note brought back.</translation>
    </message>
    <message>
        <source>Surat dihapus.</source>
        <translation>Letter deleted.</translation>
    </message>
    <message>
        <source>Tindak lanjut disembunyikan.</source>
        <translation>Follow-up hidden.</translation>
    </message>
    <message>
        <source>Surat disembunyikan.</source>
        <translation>Letter hidden.</translation>
    </message>
    <message>
        <source>Isian dibuang.</source>
        <translation>What was typed is discarded.</translation>
    </message>
    <message>
        <source>Pilih surat yang dipindai</source>
        <translation>Choose the scanned letter</translation>
    </message>
    <message>
        <source>Gambar (*.jpg *.jpeg *.png *.webp)</source>
        <translation>Pictures (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
    <message>
        <source>Surat disimpan terkunci.</source>
        <translation>Letter saved and locked.</translation>
    </message>
</context>
<context>
    <name>CaseTimeline</name>
    <message>
        <source>Dicatat pertama kali</source>
        <translation>First noted</translation>
    </message>
    <message>
        <source>Sembunyikan tindak lanjut</source>
        <translation>Hide follow-up</translation>
    </message>
    <message>
        <source>Dirujuk ke %1</source>
        <translation>Referred to %1</translation>
    </message>
    <message>
        <source>Sembunyikan surat</source>
        <translation>Hide letter</translation>
    </message>
    <message>
        <source>Surat rujukan %1.</source>
        <translation>Referral letter %1.</translation>
    </message>
    <message>
        <source>Diserahkan %1, %2.</source>
        <translation>Handed over %1, %2.</translation>
    </message>
    <message>
        <source>tanpa catatan</source>
        <translation>way not noted</translation>
    </message>
    <message>
        <source>Tanda terima kembali %1.</source>
        <translation>Receipt came back %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bagian terkunci</source>
        <translation>
            <numerusform>%Ln part locked</numerusform>
            <numerusform>%Ln parts locked</numerusform>
        </translation>
    </message>
    <message>
        <source>Belum bisa dibuka di laptop ini. Isinya tetap ada.</source>
        <translation>Cannot be opened on this laptop yet. The content is still there.</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>Isi terkunci di laptop ini</source>
        <translation>Content locked on this laptop</translation>
    </message>
    <message>
        <source>Anak perempuan</source>
        <translation>Girl</translation>
    </message>
    <message>
        <source>Anak laki-laki</source>
        <translation>Boy</translation>
    </message>
    <message>
        <source>Anak</source>
        <translation>Child</translation>
    </message>
    <message>
        <source>Disembunyikan</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>Dua versi</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>Menunggu data kasus</source>
        <translation>Waiting for the case</translation>
    </message>
    <message>
        <source>Sebagian terkunci</source>
        <translation>Partly locked</translation>
    </message>
    <message>
        <source>Perlu versi baru</source>
        <translation>Needs a newer version</translation>
    </message>
    <message>
        <source>Dibekukan</source>
        <translation>Frozen</translation>
    </message>
    <message>
        <source>Perlu dilihat lagi</source>
        <translation>Needs another look</translation>
    </message>
    <message>
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
    <message numerus="yes">
        <source>Lewat %n hari</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message>
        <source>Tingkat %1</source>
        <translation>Level: %1</translation>
    </message>
    <message>
        <source>seseorang dari laptop lain</source>
        <translation>somebody on another laptop</translation>
    </message>
    <message>
        <source>%1 (pendamping kasus)</source>
        <translation>%1 (case companion)</translation>
    </message>
    <message>
        <source>%1, dibantu %2</source>
        <translation>%1, helped by %2</translation>
    </message>
    <message>
        <source>hari ini</source>
        <translation>today</translation>
    </message>
    <message>
        <source>kemarin</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>besok</source>
        <translation>tomorrow</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Catatan rahasia</source>
        <translation>Confidential notes</translation>
    </message>
    <message>
        <source>Hanya kode dan kata sehari-hari, tanpa nama</source>
        <translation>Only codes and plain words, no names</translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan ditemukan</source>
        <translation>
            <numerusform>%Ln note found</numerusform>
            <numerusform>%Ln notes found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan sudah lewat masa simpan. Penghapusannya diminta ke kelurahan.</source>
        <translation>
            <numerusform>The time to keep %Ln note is over. Its deletion is asked of the kelurahan.</numerusform>
            <numerusform>The time to keep %Ln notes is over. Their deletion is asked of the kelurahan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan sudah terbuka lebih dari setahun: %1. Lihat lagi apa yang masih perlu dilakukan.</source>
        <translation>
            <numerusform>%Ln note has been open for over a year: %1. Look again at what still needs to be done.</numerusform>
            <numerusform>%Ln notes have been open for over a year: %1. Look again at what still needs to be done.</numerusform>
        </translation>
    </message>
    <message>
        <source>Coba kata lain, atau tampilkan semua.</source>
        <translation>Try another word, or show all.</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok dengan “%1”.</source>
        <translation>Nothing matches “%1”.</translation>
    </message>
    <message>
        <source>Pilih status lain, atau tampilkan semua.</source>
        <translation>Choose another status, or show all.</translation>
    </message>
    <message>
        <source>Belum ada catatan di sini</source>
        <translation>No note here yet</translation>
    </message>
    <message>
        <source>Di laptop ini hanya kode, tingkat, status, dan tanggal.</source>
        <translation>This laptop holds only code, level, status and date.</translation>
    </message>
    <message>
        <source>Sisanya dipegang %1.</source>
        <translation>The rest is held by %1.</translation>
    </message>
    <message>
        <source>yang memegang kuncinya</source>
        <translation>whoever holds the key</translation>
    </message>
    <message>
        <source>Kalau ada cerita yang mengganjal, catat di sini; hanya %1 yang bisa membaca.</source>
        <translation>If a story troubles you, note it here; only %1 can read it.</translation>
    </message>
    <message>
        <source>Kalau ada cerita yang mengganjal, telepon dulu. Catatannya dibuat di laptop yang memegang kuncinya.</source>
        <translation>If a story troubles you, call first. The note is made on the laptop that holds the key.</translation>
    </message>
    <message>
        <source>Belum ada catatan.</source>
        <translation>No notes yet.</translation>
    </message>
    <message>
        <source>Cari catatan</source>
        <translation>Search notes</translation>
    </message>
    <message>
        <source>Cari kode, hal, atau tanggal…</source>
        <translation>Search code, kind or date…</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Perlu dilakukan</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Dipantau</source>
        <translation>Watching</translation>
    </message>
    <message>
        <source>Dirujuk</source>
        <translation>Referred</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Disembunyikan</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Cari di isi catatan</source>
        <translation>Search inside the notes</translation>
    </message>
    <message>
        <source>Catat kekhawatiran</source>
        <translation>Note a concern</translation>
    </message>
    <message>
        <source>Daftar catatan rahasia</source>
        <translation>List of confidential notes</translation>
    </message>
    <message>
        <source>Tampilkan semua</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Buka nomor darurat</source>
        <translation>Open emergency numbers</translation>
    </message>
    <message>
        <source>Panah pilih · Enter buka · Del sembunyikan (bisa dibatalkan)</source>
        <translation>Arrows choose · Enter opens · Del hides (can be undone)</translation>
    </message>
</context>
<context>
    <name>CasesRoad</name>
    <message>
        <source>Catatan rahasia</source>
        <translation>Confidential notes</translation>
    </message>
    <message>
        <source>Catatan dimunculkan lagi.</source>
        <translation>Note brought back.</translation>
    </message>
    <message>
        <source>Catatan disembunyikan.</source>
        <translation>Note hidden.</translation>
    </message>
</context>
<context>
    <name>ChildCard</name>
    <message>
        <source>Kalau anak bercerita</source>
        <translation>If the child tells you</translation>
    </message>
    <message>
        <source>Sampaikan bahwa ada orang yang bisa membantu, dan %sapaan akan memberi tahu mereka.</source>
        <translation>Say that there are people who can help, and that you will tell them.</translation>
    </message>
    <message>
        <source>Sampaikan bahwa ada orang yang bisa membantu, dan mereka akan diberi tahu.</source>
        <translation>Say that there are people who can help, and that they will be told.</translation>
    </message>
    <message>
        <source>Dengarkan, percaya. Katakan: “Terima kasih sudah cerita. Ini bukan salahmu.”</source>
        <translation>Listen and believe. Say: “Thank you for telling me. It is not your fault.”</translation>
    </message>
    <message>
        <source>Jangan berjanji merahasiakan segalanya. Jangan menemui terduga pelaku.</source>
        <translation>Do not promise to keep everything secret. Do not go to the person feared.</translation>
    </message>
</context>
<context>
    <name>ChipGroup</name>
    <message>
        <source>Lainnya…</source>
        <translation>Others…</translation>
    </message>
</context>
<context>
    <name>CompleteForm</name>
    <message>
        <source>Ada bahaya sekarang?</source>
        <translation>Is there danger now?</translation>
    </message>
    <message>
        <source>Tahu dari siapa?</source>
        <translation>Who told you?</translation>
    </message>
    <message>
        <source>Sudah melakukan apa?</source>
        <translation>What has been done?</translation>
    </message>
    <message>
        <source>Tinggal serumah dengan terduga pelaku?</source>
        <translation>Living with the person feared?</translation>
    </message>
    <message>
        <source>Ada tanda ini?</source>
        <translation>Any of these signs?</translation>
    </message>
    <message>
        <source>Anak mau dibantu?</source>
        <translation>Does the child want help?</translation>
    </message>
    <message>
        <source>Hubungan terduga pelaku</source>
        <translation>Relation of the person feared</translation>
    </message>
    <message>
        <source>Umur terduga pelaku</source>
        <translation>Age of the person feared</translation>
    </message>
    <message>
        <source>Jenis kelamin terduga pelaku</source>
        <translation>Sex of the person feared</translation>
    </message>
    <message>
        <source>Bentuk kekerasan</source>
        <translation>Form of violence</translation>
    </message>
    <message>
        <source>Tempat kejadian</source>
        <translation>Place of the event</translation>
    </message>
    <message>
        <source>Penyandang disabilitas?</source>
        <translation>Has a disability?</translation>
    </message>
    <message>
        <source>Kategori AMPK</source>
        <translation>AMPK category</translation>
    </message>
    <message>
        <source>Lengkapi</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Simpan isian</source>
        <translation>Save answers</translation>
    </message>
    <message>
        <source>Pertanyaan lain</source>
        <translation>Other questions</translation>
    </message>
</context>
<context>
    <name>ConcernBar</name>
    <message>
        <source>Simpan dan kunci</source>
        <translation>Save and lock</translation>
    </message>
    <message>
        <source>Draf tersimpan sendiri saat diketik, terkunci.</source>
        <translation>The draft is saved by itself while you type, and locked.</translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Draf terkunci di laptop ini, tersimpan sendiri pukul %1.</source>
        <translation>Draft locked on this laptop, saved by itself at %1.</translation>
    </message>
    <message>
        <source>Tersimpan dan terkunci.</source>
        <translation>Saved and locked.</translation>
    </message>
    <message>
        <source>Tidak ada yang disimpan.</source>
        <translation>Nothing is kept.</translation>
    </message>
</context>
<context>
    <name>ConcernBody</name>
    <message>
        <source>Nanti ditanyakan lagi: saat laptop dibuka, dan tiap jam.</source>
        <translation>You will be asked again: when the laptop is unlocked, and every hour.</translation>
    </message>
    <message>
        <source>Lihat %1</source>
        <translation>View %1</translation>
    </message>
    <message>
        <source>Teks yang sudah ditulis ikut disimpan.</source>
        <translation>What you have written is saved with it.</translation>
    </message>
</context>
<context>
    <name>ConcernPage</name>
    <message>
        <source>Catat kekhawatiran</source>
        <translation>Note a concern</translation>
    </message>
    <message>
        <source>Catatan rahasia, tidak ikut tercetak</source>
        <translation>Confidential note, never printed</translation>
    </message>
    <message>
        <source>Pilih dulu satu jawaban di atas (nomor 1).</source>
        <translation>Choose one of the answers above first (number 1).</translation>
    </message>
    <message>
        <source>Pilih dulu apa yang mengkhawatirkan (nomor 1).</source>
        <translation>Choose what is worrying first (number 1).</translation>
    </message>
</context>
<context>
    <name>ConcernQuestion</name>
    <message>
        <source>Apa yang mengkhawatirkan?</source>
        <translation>What is worrying?</translation>
    </message>
    <message>
        <source>Yang mana?</source>
        <translation>Which one?</translation>
    </message>
</context>
<context>
    <name>ConcernRoad</name>
    <message>
        <source>Tersimpan dan terkunci di laptop ini.</source>
        <translation>Saved and locked on this laptop.</translation>
    </message>
    <message>
        <source>Catatan kembali menjadi draf.</source>
        <translation>The note is a draft again.</translation>
    </message>
</context>
<context>
    <name>ConflictFields</name>
    <message>
        <source>Kegiatan</source>
        <translation>Activities</translation>
    </message>
    <message>
        <source>Daftar hadir</source>
        <translation>Attendance sheet</translation>
    </message>
    <message>
        <source>Foto</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Izin foto</source>
        <translation>Photo permission</translation>
    </message>
    <message>
        <source>Data orang</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Nama tempat</source>
        <translation>Name of the place</translation>
    </message>
    <message>
        <source>Data RT</source>
        <translation>RT</translation>
    </message>
    <message>
        <source>Nomor darurat</source>
        <translation>Emergency numbers</translation>
    </message>
    <message>
        <source>Kop surat</source>
        <translation>Letterhead</translation>
    </message>
    <message>
        <source>Laporan bulanan</source>
        <translation>Monthly report</translation>
    </message>
    <message>
        <source>Tindak lanjut</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Surat rujukan</source>
        <translation>Referral letter</translation>
    </message>
    <message>
        <source>Surat yang dipindai</source>
        <translation>Scanned letters</translation>
    </message>
    <message>
        <source>Persetujuan</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Bagian lain</source>
        <translation>Other parts</translation>
    </message>
    <message>
        <source>RT</source>
        <translation>RT</translation>
    </message>
    <message>
        <source>Perubahan yang dituju</source>
        <translation>Change aimed at</translation>
    </message>
    <message>
        <source>Indikator KLA</source>
        <translation>KLA indicator</translation>
    </message>
    <message>
        <source>Sesi yang sama</source>
        <translation>The same session</translation>
    </message>
    <message>
        <source>Data diri</source>
        <translation>About you</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Panggilan</source>
        <translation>Name on screen</translation>
    </message>
    <message>
        <source>Sapaan</source>
        <translation>Address me as</translation>
    </message>
    <message>
        <source>Laki-laki atau perempuan</source>
        <translation>Male or female</translation>
    </message>
    <message>
        <source>Umur</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Unsur</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>RT asal</source>
        <translation>From RT</translation>
    </message>
    <message>
        <source>Penyandang disabilitas</source>
        <translation>Has a disability</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Caption</translation>
    </message>
    <message>
        <source>Wajah anak terlihat</source>
        <translation>A child&apos;s face is seen</translation>
    </message>
    <message>
        <source>Izin</source>
        <translation>Permission</translation>
    </message>
    <message>
        <source>Isi</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Izin dari</source>
        <translation>Permission from</translation>
    </message>
    <message>
        <source>Bentuk izin</source>
        <translation>Form of permission</translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Izin ditarik</source>
        <translation>Permission withdrawn</translation>
    </message>
    <message>
        <source>Tugas</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Tingkat</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Nomor telepon</source>
        <translation>Telephone number</translation>
    </message>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Sumber</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Terakhir dicoba</source>
        <translation>Last tried</translation>
    </message>
    <message>
        <source>Baris kop</source>
        <translation>Lines of the letterhead</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Ketua RT</source>
        <translation>RT head</translation>
    </message>
    <message>
        <source>Jumlah KK</source>
        <translation>Number of households</translation>
    </message>
    <message>
        <source>Tidak ada kegiatan</source>
        <translation>Nothing held</translation>
    </message>
    <message>
        <source>Rencana</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Dicetak</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Diserahkan</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Ditandatangani</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Nomor surat</source>
        <translation>Letter number</translation>
    </message>
    <message>
        <source>Hasil</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Dilakukan oleh</source>
        <translation>Done by</translation>
    </message>
    <message>
        <source>Dirujuk ke</source>
        <translation>Referred to</translation>
    </message>
    <message>
        <source>Tanggal surat</source>
        <translation>Date of the letter</translation>
    </message>
    <message>
        <source>Cara menyerahkan</source>
        <translation>Way it was handed over</translation>
    </message>
    <message>
        <source>Layanan yang diminta</source>
        <translation>Services asked for</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Yang sudah dilakukan</source>
        <translation>What was done before</translation>
    </message>
    <message>
        <source>Tanda terima</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Jawaban</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Tidak bersedia</source>
        <translation>Not willing</translation>
    </message>
    <message>
        <source>kosong</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>belum ada namanya</source>
        <translation>no name yet</translation>
    </message>
    <message>
        <source>gambar yang disimpan</source>
        <translation>the picture that is kept</translation>
    </message>
    <message>
        <source>ya</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>tidak</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>ConflictPage</name>
    <message>
        <source>Dua versi</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>catatan %1 dari %2 yang punya dua versi</source>
        <translation>note %1 of %2 with two versions</translation>
    </message>
    <message>
        <source>Pilih dulu versinya.</source>
        <translation>Choose one of the versions first.</translation>
    </message>
    <message>
        <source>Tanya dulu, nanti saja</source>
        <translation>Ask first, later</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Masih bisa dibatalkan. Versi yang tidak dipilih tetap ada di riwayat.</source>
        <translation>This can still be undone. The version not chosen stays in the history.</translation>
    </message>
    <message>
        <source>Yang memilih adalah kader RT ini. Semua versi tetap tersimpan.</source>
        <translation>The volunteer of this RT chooses. Every version stays kept.</translation>
    </message>
    <message numerus="yes">
        <source>%n bagian lain sama di kedua versi</source>
        <translation>
            <numerusform>%n other part is the same in both versions</numerusform>
            <numerusform>%n other parts are the same in both versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bagian lain sama di semua versi</source>
        <translation>
            <numerusform>%n other part is the same in every version</numerusform>
            <numerusform>%n other parts are the same in every version</numerusform>
        </translation>
    </message>
    <message>
        <source>Isi catatan ini</source>
        <translation>What this note says</translation>
    </message>
    <message>
        <source>Berikutnya</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Simpan pilihan</source>
        <translation>Keep choice</translation>
    </message>
    <message>
        <source>Tidak ada catatan dengan dua versi.</source>
        <translation>No note has two versions.</translation>
    </message>
    <message>
        <source>Semua catatan di laptop ini hanya punya satu versi.</source>
        <translation>Every note on this laptop has one version only.</translation>
    </message>
</context>
<context>
    <name>ConflictRoad</name>
    <message>
        <source>Pilihan disimpan.</source>
        <translation>Choice kept.</translation>
    </message>
</context>
<context>
    <name>ConflictWords</name>
    <message>
        <source>Laporan %1</source>
        <translation>Report %1</translation>
    </message>
    <message>
        <source>yang hadir</source>
        <translation>who came</translation>
    </message>
    <message>
        <source>Bisa digabung</source>
        <translation>Can be joined</translation>
    </message>
    <message>
        <source>Dua versi</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>Tiga versi</source>
        <translation>Three versions</translation>
    </message>
    <message numerus="yes">
        <source>%n versi</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message>
        <source>Satu orang menghapus, satu orang mengubah.</source>
        <translation>One person deleted it, one person changed it.</translation>
    </message>
    <message>
        <source>Simpan foto ini?</source>
        <translation>Keep this photo?</translation>
    </message>
    <message>
        <source>Simpan nama ini?</source>
        <translation>Keep this name?</translation>
    </message>
    <message>
        <source>Simpan surat ini?</source>
        <translation>Keep this letter?</translation>
    </message>
    <message>
        <source>Simpan catatan ini?</source>
        <translation>Keep this note?</translation>
    </message>
    <message>
        <source>Disembunyikan</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>Laki-laki dewasa</source>
        <translation>Men</translation>
    </message>
    <message>
        <source>Perempuan dewasa</source>
        <translation>Women</translation>
    </message>
    <message>
        <source>Anak laki-laki</source>
        <translation>Boy</translation>
    </message>
    <message>
        <source>Anak perempuan</source>
        <translation>Girl</translation>
    </message>
    <message>
        <source>Tidak dikenal</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>dihapus %1 (menurut laptop)</source>
        <translation>deleted %1 (by its laptop)</translation>
    </message>
    <message>
        <source>diubah %1 (menurut laptop)</source>
        <translation>changed %1 (by its laptop)</translation>
    </message>
    <message>
        <source>dari daftar hadir</source>
        <translation>from the attendance list</translation>
    </message>
    <message>
        <source>lembar daftar hadir dilampirkan</source>
        <translation>attendance sheet attached</translation>
    </message>
    <message>
        <source>Catatan ini dihapus di satu laptop dan diubah di laptop lain sebelum sempat terhubung.</source>
        <translation>This note was deleted on one laptop and changed on another before the two could connect.</translation>
    </message>
    <message>
        <source>Ada bagian catatan ini yang dihapus di satu laptop dan diubah di laptop lain sebelum sempat terhubung.</source>
        <translation>Part of this note was deleted on one laptop and changed on another before the two could connect.</translation>
    </message>
    <message>
        <source>Catatan ini diubah di dua tempat sebelum sempat terhubung.</source>
        <translation>This note was changed in two places before connecting.</translation>
    </message>
    <message>
        <source>Dua orang mengubah catatan yang sama sebelum sempat terhubung.</source>
        <translation>Two people changed the same note before connecting.</translation>
    </message>
    <message>
        <source>Tiga orang mengubah catatan yang sama sebelum sempat terhubung.</source>
        <translation>Three people changed the same note before connecting.</translation>
    </message>
    <message numerus="yes">
        <source>%n orang mengubah catatan yang sama sebelum sempat terhubung.</source>
        <translation>
            <numerusform>%n person changed the same note before connecting.</numerusform>
            <numerusform>%n people changed the same note before connecting.</numerusform>
        </translation>
    </message>
    <message>
        <source>Semua versi tersimpan, tidak ada yang hilang. Pilih yang benar untuk tiap bagian, atau tanya dulu orangnya.</source>
        <translation>Every version is kept, nothing is lost. Choose the right one for each part, or ask the people first.</translation>
    </message>
    <message>
        <source>Kedua versi tersimpan, tidak ada yang hilang. Pilih yang benar untuk tiap bagian, atau tanya dulu orangnya.</source>
        <translation>Both versions are kept, nothing is lost. Choose the right one for each part, or ask the people first.</translation>
    </message>
</context>
<context>
    <name>ConnectionSection</name>
    <message>
        <source>Kode laptop ini, dibacakan kepada koordinator waktu bergabung</source>
        <translation>Code of this laptop, read out to the coordinator when joining</translation>
    </message>
    <message>
        <source>Alamat server</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>Kosong: catatan hanya lewat flashdisk.</source>
        <translation>Empty: notes go by flash drive only.</translation>
    </message>
    <message>
        <source>Kirim dan terima lewat internet</source>
        <translation>Send and receive by internet</translation>
    </message>
    <message>
        <source>Kalau dimatikan, catatan hanya dibawa lewat flashdisk.</source>
        <translation>When off, notes are carried by flash drive only.</translation>
    </message>
    <message>
        <source>Hubungkan</source>
        <translation>Connect</translation>
    </message>
</context>
<context>
    <name>CopiesSection</name>
    <message>
        <source>Semua catatan, foto dan kunci disalin ke satu file yang tetap terkunci.</source>
        <translation>All notes, photos and keys are copied into one file that stays locked.</translation>
    </message>
    <message>
        <source>Salin semua ke flashdisk</source>
        <translation>Copy everything to a flash drive</translation>
    </message>
    <message>
        <source>Ambil dari cadangan</source>
        <translation>Take from a backup</translation>
    </message>
    <message>
        <source>Kemajuan</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Yang diambil ditambahkan. Catatan yang lebih baru tidak hilang.</source>
        <translation>What is taken is added. No newer note is lost.</translation>
    </message>
    <message>
        <source>Kata sandi saat %1 dibuat</source>
        <translation>Password at the time %1 was made</translation>
    </message>
    <message>
        <source>Kata sandi cadangan</source>
        <translation>Password of the backup</translation>
    </message>
    <message>
        <source>Masukkan catatan</source>
        <translation>Take the notes in</translation>
    </message>
</context>
<context>
    <name>CountQuestion</name>
    <message>
        <source>Berapa yang hadir?</source>
        <translation>How many came?</translation>
    </message>
    <message>
        <source>Laki-laki dewasa</source>
        <translation>Men</translation>
    </message>
    <message>
        <source>Perempuan dewasa</source>
        <translation>Women</translation>
    </message>
    <message>
        <source>Anak laki-laki</source>
        <translation>Boys</translation>
    </message>
    <message>
        <source>Anak perempuan</source>
        <translation>Girls</translation>
    </message>
    <message>
        <source>Penyandang disabilitas</source>
        <translation>People with a disability</translation>
    </message>
    <message>
        <source>Warga RT kami yang hadir</source>
        <translation>Residents of our RT who came</translation>
    </message>
    <message>
        <source>%1 yang hadir</source>
        <translation>%1 who came</translation>
    </message>
    <message>
        <source>Ada penyandang disabilitas</source>
        <translation>Some have a disability</translation>
    </message>
    <message>
        <source>Kira-kira</source>
        <translation>Estimate</translation>
    </message>
    <message>
        <source>Tentang angkanya</source>
        <translation>About the numbers</translation>
    </message>
    <message>
        <source>Di antaranya penyandang disabilitas</source>
        <translation>Of whom with a disability</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>Batalkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Printer belum terbaca. Pasang printer, lalu coba lagi.</source>
        <translation>No printer found yet. Connect a printer, then try again.</translation>
    </message>
    <message>
        <source>Printer belum terbaca. Simpan sebagai PDF, lalu cetak di tempat lain.</source>
        <translation>No printer found yet. Save as PDF, then print it elsewhere.</translation>
    </message>
    <message>
        <source>Perubahan terakhir dibatalkan.</source>
        <translation>The last change was undone.</translation>
    </message>
</context>
<context>
    <name>DangerStrip</name>
    <message>
        <source>Ternyata bukan</source>
        <translation>Not so after all</translation>
    </message>
    <message>
        <source>Ada bahaya sekarang. Telepon dulu. Tiga hal ini cukup, lalu simpan.</source>
        <translation>There is danger now. Call first. These three things are enough, then save.</translation>
    </message>
</context>
<context>
    <name>DayQuestion</name>
    <message>
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Kemarin</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Lain…</source>
        <translation>Other…</translation>
    </message>
</context>
<context>
    <name>Emergency</name>
    <message>
        <source>Nomor darurat</source>
        <translation>Emergency numbers</translation>
    </message>
    <message>
        <source>Nomor ditandai sudah dicoba.</source>
        <translation>Number marked as tried.</translation>
    </message>
    <message>
        <source>Kartu darurat</source>
        <translation>Emergency card</translation>
    </message>
</context>
<context>
    <name>EmergencyButton</name>
    <message>
        <source>Anak dalam bahaya?</source>
        <translation>Child in danger?</translation>
    </message>
    <message>
        <source>Buka nomor darurat · F1</source>
        <translation>Emergency numbers · F1</translation>
    </message>
    <message>
        <source>Bahaya? F1</source>
        <translation>Danger? F1</translation>
    </message>
</context>
<context>
    <name>EmergencyCard</name>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Cetak kartu ini</source>
        <translation>Print this card</translation>
    </message>
    <message>
        <source>Catat kejadian ini</source>
        <translation>Note this event</translation>
    </message>
    <message>
        <source>Pastikan %sapaan aman.</source>
        <translation>Make sure you are safe.</translation>
    </message>
    <message>
        <source>Pastikan diri sendiri aman.</source>
        <translation>Make sure you are safe.</translation>
    </message>
    <message>
        <source>Temani dan dengarkan anak, jangan didesak.</source>
        <translation>Stay with the child and listen, do not press.</translation>
    </message>
    <message>
        <source>Jangan hubungi terduga pelaku.</source>
        <translation>Do not contact the person feared.</translation>
    </message>
    <message>
        <source>Anak dalam bahaya sekarang</source>
        <translation>Child in danger now</translation>
    </message>
    <message>
        <source>Telepon dulu. Mencatat bisa nanti.</source>
        <translation>Call first. Notes can wait.</translation>
    </message>
    <message>
        <source>Sambil menunggu</source>
        <translation>While waiting</translation>
    </message>
    <message>
        <source>Nomor belum diisi</source>
        <translation>Number not filled in</translation>
    </message>
    <message>
        <source>belum dicoba</source>
        <translation>not tried yet</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Pilih file undangan</source>
        <translation>Choose the invitation file</translation>
    </message>
    <message>
        <source>Undangan (*)</source>
        <translation>Invitation (*)</translation>
    </message>
    <message>
        <source>Lembar pemulihan</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Simpan salinan ke flashdisk</source>
        <translation>Save a copy to a flash drive</translation>
    </message>
    <message>
        <source>Salinan tersimpan. Flashdisk boleh dicabut.</source>
        <translation>Copy saved. The flash drive may be unplugged.</translation>
    </message>
</context>
<context>
    <name>Erasure</name>
    <message numerus="yes">
        <source>%Ln catatan dihapus permanen tanggal %1.</source>
        <translation>
            <numerusform>%Ln note was erased for good on %1.</numerusform>
            <numerusform>%Ln notes were erased for good on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan tidak jadi dihapus permanen.</source>
        <translation>
            <numerusform>%Ln notes will not be erased for good after all.</numerusform>
            <numerusform>%Ln notes will not be erased for good after all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan akan dihapus permanen tanggal %1.</source>
        <translation>
            <numerusform>%Ln note will be erased for good on %1.</numerusform>
            <numerusform>%Ln notes will be erased for good on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan menunggu dihapus permanen oleh kantor kota.</source>
        <translation>
            <numerusform>%Ln note waits to be erased for good by the city office.</numerusform>
            <numerusform>%Ln notes wait to be erased for good by the city office.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ditarik dari: %1 · %2</source>
        <translation>Taken back from: %1 · %2</translation>
    </message>
    <message>
        <source>%1 · diminta dari: %2</source>
        <translation>%1 · asked from: %2</translation>
    </message>
</context>
<context>
    <name>ErasureAnswer</name>
    <message>
        <source>Simpan PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Berita acara</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Tersimpan.</source>
        <translation>Saved.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan tidak jadi dihapus permanen.</source>
        <translation>
            <numerusform>%Ln notes will not be erased for good after all.</numerusform>
            <numerusform>%Ln notes will not be erased for good after all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan diminta dihapus permanen.</source>
        <translation>
            <numerusform>%Ln notes asked to be erased for good.</numerusform>
            <numerusform>%Ln notes asked to be erased for good.</numerusform>
        </translation>
    </message>
    <message>
        <source>Semua anggota melihat permintaan itu 14 hari.</source>
        <translation>All members see the request for 14 days.</translation>
    </message>
</context>
<context>
    <name>ErasureCard</name>
    <message>
        <source>Diminta dihapus permanen</source>
        <translation>Asked to be erased for good</translation>
    </message>
    <message>
        <source>Terlihat semua anggota 14 hari sebelum dihapus. Ada yang keberatan? Sampaikan ke koordinator.</source>
        <translation>All members see it for 14 days before it is erased. Any objection? Tell the coordinator.</translation>
    </message>
    <message>
        <source>Minta dihapus permanen</source>
        <translation>Ask for erasure</translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan menyusul setelah catatan induknya dihapus permanen.</source>
        <translation>
            <numerusform>%Ln note came after the note it belongs to was erased for good.</numerusform>
            <numerusform>%Ln notes came after the note they belong to was erased for good.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tersembunyi di semua laptop. Kalau diminta dihapus, semua anggota melihat permintaan itu 14 hari.</source>
        <translation>Hidden on all laptops. If you ask for erasure, all members see the request for 14 days.</translation>
    </message>
    <message>
        <source>Tarik kembali</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Berita acara</source>
        <translation>Certificate</translation>
    </message>
</context>
<context>
    <name>ExtrasRow</name>
    <message>
        <source>Tambah foto</source>
        <translation>Add photo</translation>
    </message>
    <message>
        <source>Tambah daftar hadir</source>
        <translation>Add attendance sheet</translation>
    </message>
    <message>
        <source>Tambah catatan</source>
        <translation>Add note</translation>
    </message>
</context>
<context>
    <name>FactLine</name>
    <message>
        <source>belum ditanya</source>
        <translation>not asked yet</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>Pernah dua versi</source>
        <translation>Once had two versions</translation>
    </message>
    <message>
        <source>Hasil ini tidak ikut tercetak.</source>
        <translation>This result is not printed.</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Catatan perlindungan anak RT</source>
        <translation>Child-protection notes of an RT</translation>
    </message>
    <message>
        <source>Bahasa dan huruf</source>
        <translation>Language and text</translation>
    </message>
    <message>
        <source>Data diri</source>
        <translation>About you</translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Hubungan</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>Tidak perlu internet</source>
        <translation>No internet needed</translation>
    </message>
    <message>
        <source>Semua langkah ini bisa selesai tanpa sinyal. Hubungan ke kelurahan boleh menyusul kapan saja.</source>
        <translation>All these steps work without a signal. Connecting to the kelurahan may follow at any time.</translation>
    </message>
    <message>
        <source>Langkah %1 dari 4</source>
        <translation>Step %1 of 4</translation>
    </message>
    <message>
        <source>Mulai mencatat</source>
        <translation>Start logging</translation>
    </message>
</context>
<context>
    <name>FollowUpForm</name>
    <message>
        <source>Catat tindak lanjut</source>
        <translation>Add follow-up</translation>
    </message>
    <message>
        <source>Simpan tindak lanjut</source>
        <translation>Save follow-up</translation>
    </message>
    <message>
        <source>Apa yang dilakukan?</source>
        <translation>What was done?</translation>
    </message>
    <message>
        <source>Kapan?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Hasilnya?</source>
        <translation>What came of it?</translation>
    </message>
    <message>
        <source>Catatan singkat</source>
        <translation>Short note</translation>
    </message>
    <message>
        <source>boleh dikosongkan</source>
        <translation>may be left empty</translation>
    </message>
</context>
<context>
    <name>FreezeForm</name>
    <message>
        <source>Bekukan catatan</source>
        <translation>Freeze note</translation>
    </message>
    <message>
        <source>Bekukan</source>
        <translation>Freeze</translation>
    </message>
    <message>
        <source>Kenapa dibekukan?</source>
        <translation>Why is it frozen?</translation>
    </message>
</context>
<context>
    <name>GreetingStep</name>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Lautan RT, Sabtu 21 November</source>
        <translation>Lautan RT, Saturday 21 November</translation>
    </message>
    <message>
        <source>Ukuran huruf</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Bahasa dan ukuran huruf</source>
        <translation>Language and text size</translation>
    </message>
    <message>
        <source>Klik contoh yang mudah dibaca.</source>
        <translation>Click the sample that is easy to read.</translation>
    </message>
</context>
<context>
    <name>HandedForm</name>
    <message>
        <source>Surat diserahkan</source>
        <translation>Letter handed over</translation>
    </message>
    <message>
        <source>Simpan penyerahan</source>
        <translation>Save handover</translation>
    </message>
    <message>
        <source>Lewat apa?</source>
        <translation>By what way?</translation>
    </message>
    <message>
        <source>Kapan?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Pukul (boleh dikosongkan)</source>
        <translation>Time (may be left empty)</translation>
    </message>
</context>
<context>
    <name>HeldCard</name>
    <message>
        <source>Catatan menunggu keputusan</source>
        <translation>Notes waiting for a decision</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Alasan, dibaca semua anggota (boleh kosong)</source>
        <translation>Reason, read by all members (may be empty)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln perubahan</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message>
        <source>Terima</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Tolak</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Laptop tanpa nama</source>
        <translation>Laptop without a name</translation>
    </message>
    <message>
        <source>Catatan yang tidak dipakai</source>
        <translation>Notes that were left out</translation>
    </message>
    <message>
        <source>Ditulis oleh laptop yang sudah keluar atau yang haknya berubah. Yang tidak dipakai tetap tersimpan dan masih bisa diterima nanti.</source>
        <translation>Written by a laptop that has left or whose rights changed. What is left out stays kept and can still be taken in later.</translation>
    </message>
    <message>
        <source>%1 dari %2</source>
        <translation>%1 from %2</translation>
    </message>
    <message numerus="yes">
        <source>Tampilkan %Ln lagi</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
    <message>
        <source>Terima semua</source>
        <translation>Accept all</translation>
    </message>
    <message>
        <source>Tolak semua</source>
        <translation>Refuse all</translation>
    </message>
    <message numerus="yes">
        <source>%Ln perubahan tidak dipakai</source>
        <translation>
            <numerusform>%Ln change left out</numerusform>
            <numerusform>%Ln changes left out</numerusform>
        </translation>
    </message>
    <message>
        <source>Laptop ini sudah keluar sewaktu catatannya sampai.</source>
        <translation>This laptop had left when its notes arrived.</translation>
    </message>
    <message>
        <source>Urutan catatannya jauh di depan catatan lain.</source>
        <translation>Its notes are far ahead of the others in order.</translation>
    </message>
    <message>
        <source>Laptop ini belum boleh menulis di sana sewaktu catatannya sampai.</source>
        <translation>This laptop was not allowed to write there when its notes arrived.</translation>
    </message>
</context>
<context>
    <name>HeldWords</name>
    <message>
        <source>RT %1</source>
        <translation>RT %1</translation>
    </message>
    <message>
        <source>jenis dan tanggalnya ikut terkunci</source>
        <translation>its kind and day are locked too</translation>
    </message>
    <message>
        <source>diminta dibatalkan</source>
        <translation>to be taken back</translation>
    </message>
    <message>
        <source>baru</source>
        <translation>new</translation>
    </message>
    <message>
        <source>diubah</source>
        <translation>changed</translation>
    </message>
</context>
<context>
    <name>HelpAnswer</name>
    <message>
        <source>Ambil permintaan dari flashdisk</source>
        <translation>Get the request from the flash drive</translation>
    </message>
    <message>
        <source>Permintaan bantuan (*.bantuan)</source>
        <translation>Request for help (*.bantuan)</translation>
    </message>
    <message>
        <source>Belum ada file yang dipilih.</source>
        <translation>No file was chosen.</translation>
    </message>
    <message>
        <source>Jawaban tersimpan di flashdisk. Serahkan langsung kepada pemilik laptop.</source>
        <translation>The answer is saved on the flash drive. Hand it to the owner of the laptop in person.</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>Laptop yang lupa kata sandi</source>
        <translation>A laptop whose password is forgotten</translation>
    </message>
    <message>
        <source>Kader yang lupa kata sandi membawa permintaan di flashdisk.</source>
        <translation>A volunteer who forgot her password brings a request on a flash drive.</translation>
    </message>
    <message>
        <source>Ambil permintaan dari flashdisk</source>
        <translation>Get the request from the flash drive</translation>
    </message>
    <message>
        <source>Pilih file</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Membuka laptop %1, RT %2</source>
        <translation>Opens the laptop of %1, RT %2</translation>
    </message>
    <message>
        <source>Membuka laptop %1</source>
        <translation>Opens the laptop of %1</translation>
    </message>
    <message>
        <source>Temui pemiliknya sendirian, atau telepon ke nomor yang sudah dikenal. Setelah ini laptop itu terbuka bersama semua catatannya.</source>
        <translation>See its owner alone, or call a number you know. After this the laptop opens with all its notes.</translation>
    </message>
    <message>
        <source>Dua belas huruf</source>
        <translation>Twelve characters</translation>
    </message>
    <message>
        <source>Dua belas huruf yang dibacakan</source>
        <translation>The twelve characters read out</translation>
    </message>
    <message>
        <source>Simpan jawaban ke flashdisk</source>
        <translation>Save the answer to the flash drive</translation>
    </message>
    <message>
        <source>Biarkan dulu</source>
        <translation>Leave it for now</translation>
    </message>
    <message>
        <source>Ketik dua belas hurufnya dulu.</source>
        <translation>Type the twelve characters first.</translation>
    </message>
</context>
<context>
    <name>HelpDoor</name>
    <message>
        <source>Permintaan tersimpan. Flashdisk boleh dicabut.</source>
        <translation>The request is saved. You can take out the flash drive.</translation>
    </message>
    <message>
        <source>Pilih folder lain</source>
        <translation>Choose another folder</translation>
    </message>
    <message>
        <source>Permintaan bantuan (*.bantuan)</source>
        <translation>Request for help (*.bantuan)</translation>
    </message>
    <message>
        <source>Pilih file</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Ambil jawaban</source>
        <translation>Get the answer</translation>
    </message>
    <message>
        <source>Jawaban koordinator (*.jawaban)</source>
        <translation>Coordinator&apos;s answer (*.jawaban)</translation>
    </message>
</context>
<context>
    <name>HelpSide</name>
    <message>
        <source>Bacakan dua belas huruf ini kepada koordinator</source>
        <translation>Read these twelve characters to the coordinator</translation>
    </message>
    <message>
        <source>Yang bisa membantu: %1</source>
        <translation>Who can help: %1</translation>
    </message>
    <message>
        <source>Bawa flashdisk ke koordinator. Bacakan kodenya langsung, atau lewat nomor yang sudah dikenalnya. Program boleh ditutup sambil menunggu.</source>
        <translation>Take the flash drive to the coordinator. Read the code out in person, or by a number the coordinator knows. The program may be closed while you wait.</translation>
    </message>
    <message>
        <source>Koordinator bisa membuka laptop ini lewat flashdisk, tanpa internet. Ia tidak perlu tahu kata sandinya, dan catatan yang belum terkirim tetap ada.</source>
        <translation>A coordinator can open this laptop by flash drive, without internet. No password is told to anyone, and notes not sent yet stay here.</translation>
    </message>
    <message>
        <source>Belum ada koordinator yang bisa membuka laptop ini. Pakai lembar pemulihan. Catatan tetap aman dan terkunci.</source>
        <translation>No coordinator can open this laptop yet. Use the recovery sheet. Your notes stay safe and locked.</translation>
    </message>
    <message>
        <source>Simpan permintaan ke flashdisk</source>
        <translation>Save the request to a flash drive</translation>
    </message>
    <message>
        <source>Ambil jawaban dari flashdisk</source>
        <translation>Get the answer from the flash drive</translation>
    </message>
    <message>
        <source>Simpan permintaan lagi</source>
        <translation>Save the request again</translation>
    </message>
    <message>
        <source>Batalkan permintaan</source>
        <translation>Call off the request</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>HideButton</name>
    <message>
        <source>Sembunyikan layar</source>
        <translation>Hide the screen</translation>
    </message>
    <message>
        <source>Sembunyikan layar, F9</source>
        <translation>Hide the screen, F9</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Cetak tanda terima</source>
        <translation>Print receipt</translation>
    </message>
    <message>
        <source>Riwayat kirim dan terima</source>
        <translation>History of sending and receiving</translation>
    </message>
    <message>
        <source>Belum pernah kirim dan terima dari laptop ini.</source>
        <translation>This laptop has never sent or received.</translation>
    </message>
    <message>
        <source>%1: %2 (%3 perubahan)</source>
        <translation>%1: %2 (%3 changes)</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>Dicatat pertama kali</source>
        <translation>First logged</translation>
    </message>
    <message>
        <source>Dipilih dari dua versi</source>
        <translation>Chosen from two versions</translation>
    </message>
    <message>
        <source>Dihapus</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>Dimunculkan lagi</source>
        <translation>Brought back</translation>
    </message>
    <message>
        <source>Diubah</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Pilihan versi dibatalkan</source>
        <translation>Choice of version taken back</translation>
    </message>
    <message>
        <source>%1, pukul %2 menurut laptop</source>
        <translation>%1, at %2 by the laptop&apos;s clock</translation>
    </message>
    <message>
        <source>Kembalikan</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>Kembalikan perubahan %1</source>
        <translation>Put back the change of %1</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Catat kegiatan</source>
        <translation>Log activity</translation>
    </message>
    <message>
        <source>Kurang dari satu menit</source>
        <translation>Under a minute</translation>
    </message>
    <message>
        <source>Cetak laporan</source>
        <translation>Print report</translation>
    </message>
    <message>
        <source>Ringkasan bulan untuk Ketua RT</source>
        <translation>Monthly summary for the RT head</translation>
    </message>
    <message>
        <source>Catat kekhawatiran</source>
        <translation>Note a concern</translation>
    </message>
    <message>
        <source>Tentang anak atau perempuan, rahasia</source>
        <translation>About a child or a woman, confidential</translation>
    </message>
    <message>
        <source>Nomor darurat</source>
        <translation>Emergency numbers</translation>
    </message>
    <message>
        <source>Telepon dulu, mencatat bisa nanti</source>
        <translation>Call first, notes can wait</translation>
    </message>
    <message>
        <source>Perlu dilakukan</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Lihat semua</source>
        <translation>See all</translation>
    </message>
    <message>
        <source>Kegiatan terakhir</source>
        <translation>Latest activities</translation>
    </message>
    <message>
        <source>kegiatan</source>
        <translation>activities</translation>
    </message>
    <message>
        <source>peserta</source>
        <translation>participants</translation>
    </message>
    <message>
        <source>Kegiatan per bulan</source>
        <translation>Activities per month</translation>
    </message>
    <message numerus="yes">
        <source>%n hal</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lihat %n lainnya</source>
        <translation>
            <numerusform>See %n other</numerusform>
            <numerusform>See %n others</numerusform>
        </translation>
    </message>
    <message>
        <source>Semua beres. Terima kasih, %1.</source>
        <translation>All done. Thank you, %1.</translation>
    </message>
    <message>
        <source>Semua beres. Terima kasih.</source>
        <translation>All done. Thank you.</translation>
    </message>
    <message>
        <source>%1 sejauh ini</source>
        <translation>%1 so far</translation>
    </message>
    <message>
        <source>Belum ada kegiatan yang dicatat.</source>
        <translation>No activity logged yet.</translation>
    </message>
</context>
<context>
    <name>HomeRoad</name>
    <message>
        <source>Beranda</source>
        <translation>Home</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Masukkan dari Excel</source>
        <translation>Bring in from Excel</translation>
    </message>
    <message>
        <source>Kegiatan yang sudah diketik di tabel</source>
        <translation>Activities already typed into a table</translation>
    </message>
    <message>
        <source>Membaca %1…</source>
        <translation>Reading %1…</translation>
    </message>
    <message>
        <source>akan masuk</source>
        <translation>will come in</translation>
    </message>
    <message>
        <source>Isi %1</source>
        <translation>Content of %1</translation>
    </message>
    <message>
        <source>Belum ada yang diubah.</source>
        <translation>Nothing has been changed yet.</translation>
    </message>
    <message numerus="yes">
        <source>Masukkan %Ln kegiatan</source>
        <translation>
            <numerusform>Bring in %Ln activity</numerusform>
            <numerusform>Bring in %Ln activities</numerusform>
        </translation>
    </message>
    <message>
        <source>Memasukkan %1 dari %2…</source>
        <translation>Bringing in %1 of %2…</translation>
    </message>
    <message>
        <source>Memasukkan…</source>
        <translation>Bringing in…</translation>
    </message>
    <message>
        <source>sudah masuk</source>
        <translation>came in</translation>
    </message>
    <message>
        <source>%1 dihentikan di tengah</source>
        <translation>%1 was stopped halfway</translation>
    </message>
    <message>
        <source>%1 selesai</source>
        <translation>%1 is done</translation>
    </message>
    <message>
        <source>Tersimpan di laptop ini.</source>
        <translation>Saved on this laptop.</translation>
    </message>
    <message>
        <source>Pilih file</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Cetak lembar isian kosong</source>
        <translation>Print blank entry form</translation>
    </message>
    <message>
        <source>Masukkan kegiatan dari tabel</source>
        <translation>Bring in activities from a table</translation>
    </message>
    <message>
        <source>Pilih file Excel atau CSV, atau seret ke sini. Isinya dilihat dulu, baru dimasukkan. File itu tidak diubah.</source>
        <translation>Choose an Excel or CSV file, or drag it here. Its content is looked at first, then brought in. The file is not changed.</translation>
    </message>
    <message>
        <source>Baris yang perlu dibantu</source>
        <translation>Rows that need a hand</translation>
    </message>
    <message>
        <source>Kemajuan</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Berhenti</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Yang sudah masuk tetap tersimpan kalau dihentikan.</source>
        <translation>What came in stays saved when you stop.</translation>
    </message>
    <message>
        <source>Pilih file lain</source>
        <translation>Choose another file</translation>
    </message>
    <message>
        <source>Lihat kegiatan</source>
        <translation>View activity</translation>
    </message>
    <message>
        <source>sudah ada, dibiarkan</source>
        <translation>here already, left alone</translation>
    </message>
    <message>
        <source>perlu dibantu</source>
        <translation>need a hand</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tempat baru ikut dibuat.</source>
        <translation>
            <numerusform>%Ln new place is made along with it.</numerusform>
            <numerusform>%Ln new places are made along with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln nama pelaksana baru ikut dibuat.</source>
        <translation>
            <numerusform>%Ln new leader is made along with it.</numerusform>
            <numerusform>%Ln new leaders are made along with it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kolom yang dilewati: %1.</source>
        <translation>Columns passed over: %1.</translation>
    </message>
</context>
<context>
    <name>ImportRoad</name>
    <message>
        <source>Pilih file</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Tabel (*.xlsx *.csv)</source>
        <translation>Tables (*.xlsx *.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kegiatan dimasukkan.</source>
        <translation>
            <numerusform>%Ln activity brought in.</numerusform>
            <numerusform>%Ln activities brought in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InsiderCard</name>
    <message>
        <source>Yang sudah diketik hilang saat halaman ini ditutup, F9, atau terkunci.</source>
        <translation>What was typed is gone when this page is closed, hidden with F9, or locked.</translation>
    </message>
    <message>
        <source>Ternyata bukan</source>
        <translation>Not so after all</translation>
    </message>
</context>
<context>
    <name>InvitationCard</name>
    <message>
        <source>Buat kode undangan</source>
        <translation>Make an invitation code</translation>
    </message>
    <message>
        <source>Untuk RT %1</source>
        <translation>For RT %1</translation>
    </message>
    <message>
        <source>Untuk koordinator lain</source>
        <translation>For another coordinator</translation>
    </message>
    <message>
        <source>Berlaku 14 hari, untuk satu laptop.</source>
        <translation>Valid for 14 days, for one laptop.</translation>
    </message>
    <message>
        <source>Tanpa server, undangan dibawa sebagai file di flashdisk.</source>
        <translation>Without a server the invitation is carried as a file on a flash drive.</translation>
    </message>
    <message>
        <source>RT</source>
        <translation>RT</translation>
    </message>
    <message>
        <source>Untuk RT</source>
        <translation>For RT</translation>
    </message>
    <message>
        <source>Undang koordinator</source>
        <translation>Invite a coordinator</translation>
    </message>
    <message>
        <source>Salin</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Cetak undangan</source>
        <translation>Print invitation</translation>
    </message>
    <message>
        <source>Simpan file undangan</source>
        <translation>Save invitation file</translation>
    </message>
    <message>
        <source>Isi nomor RT dulu.</source>
        <translation>Enter the RT number first.</translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message>
        <source>Kode undangan</source>
        <translation>Invitation code</translation>
    </message>
    <message>
        <source>Huruf besar atau kecil sama saja. Spasi boleh dilewati.</source>
        <translation>Capitals or small letters are the same. Spaces can be left out.</translation>
    </message>
    <message>
        <source>Alamat server</source>
        <translation>Server address</translation>
    </message>
    <message>
        <source>Tertulis di undangan.</source>
        <translation>Written on the invitation.</translation>
    </message>
    <message>
        <source>Untuk RT</source>
        <translation>For RT</translation>
    </message>
    <message>
        <source>Nomor RT lain kalau laptop ini juga mencatat untuk RT itu.</source>
        <translation>The number of another RT if this laptop keeps notes for that one too.</translation>
    </message>
    <message>
        <source>Ketik kodenya dulu.</source>
        <translation>Type the code first.</translation>
    </message>
    <message>
        <source>Ketik alamat server dulu.</source>
        <translation>Type the server address first.</translation>
    </message>
    <message>
        <source>Isi nomor RT dulu.</source>
        <translation>Fill in the RT number first.</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Hubungkan</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Boleh dilewati. Aplikasi ini bekerja penuh tanpa server.</source>
        <translation>You can skip this. The app works fully without a server.</translation>
    </message>
    <message>
        <source>Sedang menghubungi server…</source>
        <translation>Contacting the server…</translation>
    </message>
    <message>
        <source>Undangan ini untuk RT %1. Laptop ini mencatat untuk RT %2. Catatan kedua RT tetap terpisah.</source>
        <translation>This invitation is for RT %1. This laptop keeps notes for RT %2. The notes of both RTs stay apart.</translation>
    </message>
    <message>
        <source>Catat juga untuk RT %1</source>
        <translation>Keep notes for RT %1 too</translation>
    </message>
    <message>
        <source>Undangan ini dari kelurahan %1. Kalau RT ini pindah ke sana, catatannya ikut pindah: koordinator di sana bisa membacanya dan mengeluarkan laptop kelurahan lama.</source>
        <translation>This invitation is from kelurahan %1. If this RT has moved there, its notes go with it: the coordinator there can read them and remove the laptops of the old kelurahan.</translation>
    </message>
    <message>
        <source>Kalau nomor RT juga berganti, ketik nomor barunya di Untuk RT.</source>
        <translation>If the number of the RT has changed as well, type the new one under For RT.</translation>
    </message>
    <message>
        <source>RT ini pindah ke %1</source>
        <translation>This RT has moved to %1</translation>
    </message>
    <message>
        <source>Menunggu pengurus server.</source>
        <translation>Waiting for the administrator of the server.</translation>
    </message>
    <message>
        <source>Terhubung ke kelurahan %1.</source>
        <translation>Connected to kelurahan %1.</translation>
    </message>
    <message>
        <source>Perlu kode undangan baru.</source>
        <translation>A new invitation code is needed.</translation>
    </message>
    <message>
        <source>Menunggu koordinator.</source>
        <translation>Waiting for the coordinator.</translation>
    </message>
    <message>
        <source>Kelurahan ini terhubung ke server.</source>
        <translation>This kelurahan is connected to the server.</translation>
    </message>
    <message>
        <source>Laptop ini belum terhubung. Itu tidak apa-apa.</source>
        <translation>This laptop is not connected yet. That is all right.</translation>
    </message>
    <message>
        <source>Bacakan kode laptop ini kepada pengurus server, langsung atau lewat nomor yang sudah dikenal.</source>
        <translation>Read the code of this laptop to the administrator of the server, in person or on a number known before.</translation>
    </message>
    <message>
        <source>Laptop ini tidak lagi menjadi anggota kelurahan. Catatan di laptop ini aman. Minta kode undangan baru ke koordinator, lalu ketik di bawah ini.</source>
        <translation>This laptop no longer belongs to the kelurahan. The notes on this laptop are safe. Ask the coordinator for a new invitation code and type it below.</translation>
    </message>
    <message>
        <source>Server tidak mengenal lagi undangan laptop ini. Catatan aman. Minta kode undangan baru ke koordinator, lalu ketik di bawah ini.</source>
        <translation>The server no longer knows the invitation of this laptop. Notes are safe. Ask the coordinator for a new invitation code and type it below.</translation>
    </message>
    <message>
        <source>koordinator</source>
        <translation>coordinator</translation>
    </message>
    <message>
        <source>Bacakan kode laptop ini kepada %1, langsung atau lewat nomor yang sudah dikenal.</source>
        <translation>Read the code of this laptop to %1, face to face or on a number known before.</translation>
    </message>
    <message>
        <source>Kode ini dibacakan kepada koordinator waktu bergabung.</source>
        <translation>This code is read out to the coordinator when joining.</translation>
    </message>
    <message>
        <source>Kode ini baru perlu dibacakan lagi kalau ada undangan lain.</source>
        <translation>This code needs reading out again only when there is another invitation.</translation>
    </message>
    <message>
        <source>Sesudah Hubungkan, bacakan kode ini kepada pengurus server atau koordinator lain.</source>
        <translation>After Connect, read this code out to the administrator of the server or to another coordinator.</translation>
    </message>
    <message>
        <source>Delapan huruf dari pengurus server, atau dua puluh huruf dari koordinator lain.</source>
        <translation>Eight characters from the server&apos;s administrator, or twenty from another coordinator.</translation>
    </message>
    <message>
        <source>Dua puluh huruf dari koordinator kelurahan. Perlu internet sebentar.</source>
        <translation>Twenty characters from the kelurahan coordinator. Needs internet for a moment.</translation>
    </message>
    <message>
        <source>Kode laptop ini</source>
        <translation>Code of this laptop</translation>
    </message>
    <message>
        <source>Simpan ke flashdisk</source>
        <translation>Save to flash drive</translation>
    </message>
    <message>
        <source>Pakai undangan lain</source>
        <translation>Use another invitation</translation>
    </message>
    <message>
        <source>Saya punya kode undangan</source>
        <translation>I have an invitation code</translation>
    </message>
    <message>
        <source>Saya punya file di flashdisk</source>
        <translation>I have a file on a flash drive</translation>
    </message>
    <message>
        <source>Untuk tempat tanpa sinyal sama sekali.</source>
        <translation>For places with no signal at all.</translation>
    </message>
    <message>
        <source>Pilih file undangan</source>
        <translation>Choose the invitation file</translation>
    </message>
</context>
<context>
    <name>JoinRoad</name>
    <message>
        <source>Pilih file undangan</source>
        <translation>Choose the invitation file</translation>
    </message>
    <message>
        <source>Undangan (*)</source>
        <translation>Invitation (*)</translation>
    </message>
    <message>
        <source>Permintaan terkirim. Sekarang bacakan kode laptop ini.</source>
        <translation>The request was sent. Now read out the code of this laptop.</translation>
    </message>
    <message>
        <source>Undangan dibaca. Simpan ke flashdisk, lalu bacakan kode laptop ini.</source>
        <translation>The invitation was read. Save to a flash drive, then read out the code of this laptop.</translation>
    </message>
</context>
<context>
    <name>JoiningStep</name>
    <message>
        <source>Pilih file undangan dulu.</source>
        <translation>Choose the invitation file first.</translation>
    </message>
    <message>
        <source>Nanti saja</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Mulai mencatat sekarang. Semua fungsi RT langsung bisa dipakai.</source>
        <translation>Start logging now. Everything an RT needs works right away.</translation>
    </message>
    <message>
        <source>Paling mudah</source>
        <translation>Easiest</translation>
    </message>
    <message>
        <source>Saya punya kode undangan</source>
        <translation>I have an invitation code</translation>
    </message>
    <message>
        <source>Dua puluh huruf dari koordinator kelurahan. Perlu internet sebentar.</source>
        <translation>Twenty characters from the kelurahan coordinator. Needs internet for a moment.</translation>
    </message>
    <message>
        <source>Mulai sekarang. Undangan untuk RT bisa dibuat juga tanpa server.</source>
        <translation>Start now. Invitations for RTs can be made without a server too.</translation>
    </message>
    <message>
        <source>Delapan huruf dari pengurus server, atau dua puluh dari koordinator lain. Perlu internet sebentar.</source>
        <translation>Eight characters from the administrator of the server, or twenty from another coordinator. Needs internet for a moment.</translation>
    </message>
    <message>
        <source>Saya punya file di flashdisk</source>
        <translation>I have a file on a flash drive</translation>
    </message>
    <message>
        <source>Untuk tempat tanpa sinyal sama sekali.</source>
        <translation>For places with no signal at all.</translation>
    </message>
    <message>
        <source>Pilih file undangan</source>
        <translation>Choose the invitation file</translation>
    </message>
    <message>
        <source>Catatan tetap tersimpan dan terkunci di laptop ini. Tidak ada yang dikirim tanpa sambungan.</source>
        <translation>Notes stay saved and locked on this laptop. Nothing is sent without a connection.</translation>
    </message>
    <message>
        <source>Hubungkan ke kelurahan?</source>
        <translation>Connect to the kelurahan?</translation>
    </message>
    <message>
        <source>Boleh dilewati. Aplikasi ini bekerja penuh tanpa server.</source>
        <translation>You can skip this. The app works fully without a server.</translation>
    </message>
</context>
<context>
    <name>KelurahanPage</name>
    <message>
        <source>Ambil dari flashdisk</source>
        <translation>Take from flash drive</translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln RT terhubung</source>
        <translation>
            <numerusform>%Ln RT connected</numerusform>
            <numerusform>%Ln RT connected</numerusform>
        </translation>
    </message>
    <message>
        <source>Bacakan dua belas huruf laptop ini kepada pengurus server: %1</source>
        <translation>Read the twelve characters of this laptop to the administrator of the server: %1</translation>
    </message>
    <message>
        <source>Menunggu pengurus server.</source>
        <translation>Waiting for the administrator of the server.</translation>
    </message>
    <message>
        <source>Kelurahan ini baru punya satu laptop koordinator. Kalau laptop itu hilang, tidak ada yang bisa menerima RT baru.</source>
        <translation>This kelurahan has only one coordinator&apos;s laptop. If it is lost, nobody can admit a new RT.</translation>
    </message>
    <message>
        <source>Undang koordinator</source>
        <translation>Invite a coordinator</translation>
    </message>
    <message>
        <source>Bagikan kode undangan, atau ambil file dari flashdisk kader.</source>
        <translation>Share an invitation code, or take a file from a volunteer&apos;s flash drive.</translation>
    </message>
    <message>
        <source>Belum ada RT yang terhubung.</source>
        <translation>No RT is connected yet.</translation>
    </message>
</context>
<context>
    <name>KelurahanRoad</name>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message>
        <source>%1, RT %2, sudah diterima.</source>
        <translation>%1, RT %2, is admitted.</translation>
    </message>
    <message>
        <source>%1 sudah diterima.</source>
        <translation>%1 is admitted.</translation>
    </message>
    <message>
        <source>Kode disalin.</source>
        <translation>The code is copied.</translation>
    </message>
    <message>
        <source>Undangan</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Undangan (*.undangan)</source>
        <translation>Invitation (*.undangan)</translation>
    </message>
    <message>
        <source>File undangan tersimpan. Serahkan kepada kader RT itu.</source>
        <translation>The invitation file is saved. Hand it to the volunteer of that RT.</translation>
    </message>
    <message>
        <source>Laptop itu sekarang laptop koordinator.</source>
        <translation>That laptop is a coordinator&apos;s laptop now.</translation>
    </message>
    <message>
        <source>Tugas koordinator laptop itu sudah dicabut.</source>
        <translation>That laptop&apos;s coordinator role was taken back.</translation>
    </message>
    <message>
        <source>Pendamping kasus sudah dicatat dengan tanggal paktanya.</source>
        <translation>The case companion is noted with the date of the pact.</translation>
    </message>
    <message>
        <source>Tanggal pakta koordinator sudah dicatat.</source>
        <translation>The day of the coordinator&apos;s pact is recorded.</translation>
    </message>
    <message>
        <source>Catatan rahasia yang baru tidak terbuka lagi di laptop itu.</source>
        <translation>New confidential notes no longer open on that laptop.</translation>
    </message>
    <message>
        <source>Laptop itu sudah keluar dari RT tersebut.</source>
        <translation>That laptop has left that RT.</translation>
    </message>
    <message>
        <source>Laptop itu sudah dikeluarkan. Catatan baru memakai kunci baru.</source>
        <translation>That laptop was removed. New notes use new keys.</translation>
    </message>
    <message>
        <source>Catatan itu diterima.</source>
        <translation>Those notes were accepted.</translation>
    </message>
    <message>
        <source>Catatan itu tidak dipakai.</source>
        <translation>Those notes are not used.</translation>
    </message>
</context>
<context>
    <name>Kontak</name>
    <message>
        <source>Polisi</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>Darurat</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>Ambulans</source>
        <translation>Ambulance</translation>
    </message>
    <message>
        <source>Ketua RT</source>
        <translation>RT head</translation>
    </message>
    <message>
        <source>Bila ada kekerasan atau ancaman saat ini</source>
        <translation>If there is violence or a threat right now</translation>
    </message>
    <message>
        <source>Kekerasan pada anak dan perempuan · WhatsApp %1</source>
        <translation>Violence against children and women · WhatsApp %1</translation>
    </message>
    <message>
        <source>Polisi, ambulans, pemadam</source>
        <translation>Police, ambulance, fire brigade</translation>
    </message>
    <message>
        <source>Pendampingan gratis</source>
        <translation>Free assistance</translation>
    </message>
    <message>
        <source>Bila anak terluka atau sakit</source>
        <translation>If the child is hurt or ill</translation>
    </message>
    <message>
        <source>belum dicoba · %1</source>
        <translation>not tried yet · %1</translation>
    </message>
    <message>
        <source>belum dicoba</source>
        <translation>not tried yet</translation>
    </message>
    <message>
        <source>dulu %1 · diganti %2 oleh %3</source>
        <translation>was %1 · changed %2 by %3</translation>
    </message>
    <message>
        <source>Terakhir dicoba %1</source>
        <translation>Last tried %1</translation>
    </message>
</context>
<context>
    <name>LargePhoto</name>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>LastTime</name>
    <message>
        <source>tanggal %1</source>
        <translation>the %1</translation>
    </message>
</context>
<context>
    <name>LatestCard</name>
    <message>
        <source>Catatan terakhir</source>
        <translation>Latest notes</translation>
    </message>
    <message>
        <source>Belum ada catatan.</source>
        <translation>No notes yet.</translation>
    </message>
    <message>
        <source>kira-kira %1 KB menunggu</source>
        <translation>about %1 KB waiting</translation>
    </message>
    <message>
        <source>Aman di laptop</source>
        <translation>Safe on laptop</translation>
    </message>
    <message numerus="yes">
        <source>%Ln foto</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Catatan rahasia</source>
        <translation>Confidential note</translation>
    </message>
    <message>
        <source>terkunci</source>
        <translation>locked</translation>
    </message>
</context>
<context>
    <name>LatestRow</name>
    <message>
        <source>tema belum diisi</source>
        <translation>theme not filled in</translation>
    </message>
</context>
<context>
    <name>LeftAnswer</name>
    <message>
        <source>Catatan itu sudah dihapus dari laptop ini.</source>
        <translation>Those notes are deleted from this laptop.</translation>
    </message>
</context>
<context>
    <name>LeftCard</name>
    <message>
        <source>Hapus dari laptop ini</source>
        <translation>Delete from this laptop</translation>
    </message>
    <message>
        <source>Yang sudah ditinggalkan</source>
        <translation>What was left</translation>
    </message>
    <message>
        <source>Laptop ini bukan anggota lagi di sini. Catatannya tetap di laptop ini sampai dihapus.</source>
        <translation>This laptop is no member here any more. The notes stay on this laptop until they are deleted.</translation>
    </message>
    <message>
        <source>RT %1, %2</source>
        <translation>RT %1, %2</translation>
    </message>
    <message>
        <source>Kantor kelurahan %1</source>
        <translation>Office of kelurahan %1</translation>
    </message>
    <message>
        <source>%1 (laptop %2)</source>
        <translation>%1 (laptop of %2)</translation>
    </message>
    <message>
        <source>Dihapus dari laptop ini tanggal %1.</source>
        <translation>Deleted from this laptop on %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan belum diterima, atau menunggu koordinator.</source>
        <translation>
            <numerusform>%Ln note not received yet, or waiting for the coordinator.</numerusform>
            <numerusform>%Ln notes not received yet, or waiting for the coordinator.</numerusform>
        </translation>
    </message>
    <message>
        <source>Semua sudah diterima. Mulai %1 bisa dihapus dari laptop ini.</source>
        <translation>All of it was received. From %1 on it may be deleted from this laptop.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan, semuanya sudah diterima.</source>
        <translation>
            <numerusform>%Ln note, received.</numerusform>
            <numerusform>%Ln notes, all of them received.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ada foto yang belum dipastikan sampai di server. Hubungi koordinator.</source>
        <translation>A photo is not known to have reached the server. Ask the coordinator.</translation>
    </message>
    <message>
        <source>Ada catatan yang baru bisa dibuka di laptop ini. Hubungi koordinator.</source>
        <translation>Some notes can be opened on this laptop alone so far. Ask the coordinator.</translation>
    </message>
    <message>
        <source>Semua sudah diterima, tetapi masih dipakai catatan lain di laptop ini.</source>
        <translation>All of it was received, but other notes on this laptop still need it.</translation>
    </message>
    <message>
        <source>Kirim dan terima dulu, untuk memastikan semuanya sudah diterima.</source>
        <translation>Exchange first, to make sure that all of it was received.</translation>
    </message>
    <message>
        <source>HAPUS</source>
        <translation>DELETE</translation>
    </message>
</context>
<context>
    <name>LetGoPanel</name>
    <message>
        <source>Kata untuk melanjutkan</source>
        <translation>Word to go on</translation>
    </message>
    <message>
        <source>Hapus dari laptop ini</source>
        <translation>Delete from this laptop</translation>
    </message>
    <message>
        <source>Biarkan dulu</source>
        <translation>Leave it for now</translation>
    </message>
    <message numerus="yes">
        <source>Hapus %Ln catatan dari laptop ini?</source>
        <translation>
            <numerusform>Delete %Ln note from this laptop?</numerusform>
            <numerusform>Delete %Ln notes from this laptop?</numerusform>
        </translation>
    </message>
    <message>
        <source>Yang dihapus: catatan, nama, dan foto dari %1, juga cadangan harian di laptop ini.</source>
        <translation>What goes: notes, names and photos of %1, and the daily backups on this laptop.</translation>
    </message>
    <message>
        <source>Hanya dari laptop ini. Koordinator dan RT tetap menyimpan semuanya.</source>
        <translation>From this laptop only. The coordinator and the RT keep all of it.</translation>
    </message>
    <message>
        <source>Dari laptop ini tidak bisa dikembalikan. Kalau nanti diterima lagi di sana, semuanya datang lagi sendiri.</source>
        <translation>It cannot be brought back from this laptop. If you are let in there again, all of it comes back by itself.</translation>
    </message>
    <message>
        <source>Kertas, flashdisk, dan cadangan yang disimpan di tempat lain tidak ikut terhapus.</source>
        <translation>Paper, flash drives and backups kept elsewhere are not deleted with it.</translation>
    </message>
    <message>
        <source>Ketik %1 untuk melanjutkan:</source>
        <translation>Type %1 to go on:</translation>
    </message>
</context>
<context>
    <name>LetterForm</name>
    <message>
        <source>Kepada siapa?</source>
        <translation>To whom?</translation>
    </message>
    <message>
        <source>Minta apa?</source>
        <translation>What is asked for?</translation>
    </message>
    <message>
        <source>Dasarnya</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Siapa yang menyetujui?</source>
        <translation>Who consents?</translation>
    </message>
    <message>
        <source>Persetujuannya bagaimana?</source>
        <translation>How was consent given?</translation>
    </message>
    <message>
        <source>Isian lain</source>
        <translation>More to fill in</translation>
    </message>
    <message>
        <source>Isi cerita dan keadaan dikosongkan di surat ini.</source>
        <translation>What was told and how things are stays empty in this letter.</translation>
    </message>
</context>
<context>
    <name>LetterTexts</name>
    <message>
        <source>Tindakan lain yang sudah dilakukan</source>
        <translation>Other things already done</translation>
    </message>
    <message>
        <source>Nama lembaga</source>
        <translation>Name of the institution</translation>
    </message>
    <message>
        <source>misalnya nama sekolah atau Puskesmas</source>
        <translation>such as the name of the school or Puskesmas</translation>
    </message>
    <message>
        <source>Nomor surat</source>
        <translation>Letter number</translation>
    </message>
    <message>
        <source>dari buku agenda kantor; boleh dikosongkan</source>
        <translation>from the office register; may be left empty</translation>
    </message>
    <message>
        <source>Badan</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Perasaan</source>
        <translation>Feelings</translation>
    </message>
    <message>
        <source>Keluarga</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>Lingkungan</source>
        <translation>Surroundings</translation>
    </message>
    <message>
        <source>Keadaan terakhir, sejauh terlihat. Kosongkan daripada memeriksa.</source>
        <translation>How things are now, as far as seen. Leave empty rather than examine.</translation>
    </message>
</context>
<context>
    <name>LetterWho</name>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Orang tua/wali</source>
        <translation>Parent or guardian</translation>
    </message>
    <message>
        <source>Kontak yang aman</source>
        <translation>Safe contact</translation>
    </message>
    <message>
        <source>Pakai yang tersimpan</source>
        <translation>Use what is kept</translation>
    </message>
    <message>
        <source>Simpan di catatan terkunci</source>
        <translation>Keep in the locked note</translation>
    </message>
    <message>
        <source>Kalau tidak, nama dan alamat hanya ada di kertas.</source>
        <translation>If not, name and address are only on the paper.</translation>
    </message>
    <message>
        <source>Boleh dikosongkan: di surat menjadi titik-titik.</source>
        <translation>May be left empty: the letter then has dotted lines.</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Kegiatan dan tema</source>
        <translation>Activity and theme</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Lampiran</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Langkah berikutnya</source>
        <translation>Next step</translation>
    </message>
</context>
<context>
    <name>LockNotice</name>
    <message>
        <source>Akan terkunci sebentar lagi. Gerakkan mouse atau tekan tombol apa saja.</source>
        <translation>Will lock in a moment. Move the mouse or press any key.</translation>
    </message>
</context>
<context>
    <name>LockingSection</name>
    <message numerus="yes">
        <source>%n menit</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Terkunci setelah tidak dipakai</source>
        <translation>Locks when not used for</translation>
    </message>
    <message>
        <source>Jangan tampilkan nama di layar kunci</source>
        <translation>Do not list names on the lock screen</translation>
    </message>
    <message>
        <source>Yang terlihat hanya kotak kata sandi.</source>
        <translation>Only the password field is shown.</translation>
    </message>
    <message>
        <source>Biasanya 5 menit.</source>
        <translation>Usually 5 minutes.</translation>
    </message>
</context>
<context>
    <name>LogRoad</name>
    <message>
        <source>Pilih foto</source>
        <translation>Choose photos</translation>
    </message>
    <message>
        <source>Foto (*.jpg *.jpeg *.png *.webp)</source>
        <translation>Photos (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
    <message>
        <source>Foto dihapus.</source>
        <translation>Photo deleted.</translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Rencana disimpan di laptop ini.</source>
        <translation>Plan saved on this laptop.</translation>
    </message>
    <message>
        <source>Perubahan disimpan di laptop ini.</source>
        <translation>Changes saved on this laptop.</translation>
    </message>
    <message>
        <source>Kegiatan disimpan di laptop ini.</source>
        <translation>Activity saved on this laptop.</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Ikuti laptop</source>
        <translation>Follow the laptop</translation>
    </message>
    <message>
        <source>Terang</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Gelap</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Ukuran huruf</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Warna layar</source>
        <translation>Screen colours</translation>
    </message>
    <message>
        <source>Kertas laporan</source>
        <translation>Report paper</translation>
    </message>
    <message>
        <source>Kontras tinggi</source>
        <translation>High contrast</translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <source>Yang bisa dibuka laptop itu:</source>
        <translation>What that laptop could open:</translation>
    </message>
    <message>
        <source>Catatan rahasia</source>
        <translation>Confidential note</translation>
    </message>
    <message>
        <source>Biarkan dulu</source>
        <translation>Leave it for now</translation>
    </message>
    <message>
        <source>Atur laptop %1</source>
        <translation>Manage the laptop of %1</translation>
    </message>
    <message>
        <source>Jadikan koordinator</source>
        <translation>Make coordinator</translation>
    </message>
    <message>
        <source>Cabut tugas koordinator</source>
        <translation>Take back coordinator role</translation>
    </message>
    <message>
        <source>Jadikan pendamping kasus</source>
        <translation>Make case companion</translation>
    </message>
    <message>
        <source>Catat pakta</source>
        <translation>Record the pact</translation>
    </message>
    <message>
        <source>Cabut baca catatan rahasia</source>
        <translation>Stop reading confidential notes</translation>
    </message>
    <message>
        <source>Keluarkan dari RT %1</source>
        <translation>Remove from RT %1</translation>
    </message>
    <message>
        <source>Laptop hilang</source>
        <translation>Laptop lost</translation>
    </message>
    <message>
        <source>Laptop itu boleh menerima dan mengeluarkan laptop, memutuskan catatan yang menunggu, dan membaca kegiatan semua RT. Tugas ini bisa dicabut lagi; yang sudah dibaca tidak bisa ditarik.</source>
        <translation>That laptop may admit and remove laptops, decide on waiting notes, and read the activities of every RT. The role can be taken back; what was read cannot be called back.</translation>
    </message>
    <message>
        <source>Jadikan %1 koordinator?</source>
        <translation>Make %1 a coordinator?</translation>
    </message>
    <message>
        <source>Laptop itu tidak lagi menerima atau mengeluarkan laptop, dan tidak memutuskan catatan yang menunggu. Laptop itu juga keluar dari RT yang bukan tugasnya, dan kunci RT itu diganti; pendamping kasus tetap di semua RT. Yang sudah dibaca tidak bisa ditarik. Tugas ini bisa diberikan lagi.</source>
        <translation>That laptop lets in and removes laptops no more, and decides on no waiting notes. It also leaves every RT it does not serve, and their keys change; a case companion stays in all of them. What was read cannot be taken back. The duty can be given again.</translation>
    </message>
    <message>
        <source>Sesudah ini koordinator itu bisa membuka laptop kader yang lupa kata sandinya. Siapa yang bisa membuka laptop, bisa membaca semua catatan di dalamnya; namanya tertulis di Bisa dibaca.</source>
        <translation>After this the coordinator can open the laptop of a volunteer who forgot her password. Whoever can open a laptop can read every note in it; the name stands under Can be read by.</translation>
    </message>
    <message>
        <source>Kapan pakta %1 ditandatangani?</source>
        <translation>When was the pact of %1 signed?</translation>
    </message>
    <message>
        <source>Catatan rahasia yang baru memakai kunci baru; laptop itu tidak bisa membukanya. Pendamping kasus yang bukan koordinator juga keluar dari RT yang bukan tugasnya. Yang sudah ada di laptop itu tidak bisa ditarik.</source>
        <translation>New confidential notes use a new key, which that laptop cannot open. A case companion who is no coordinator also leaves every RT she does not serve. What is on that laptop already cannot be taken back.</translation>
    </message>
    <message>
        <source>Cabut tugas koordinator %1?</source>
        <translation>Take the coordinator role back from %1?</translation>
    </message>
    <message>
        <source>Laptop itu akan membaca catatan rahasia setiap RT, juga nama anak. Bisa dicabut lagi; yang sudah dibaca tidak bisa ditarik.</source>
        <translation>That laptop will read the confidential notes of every RT, children&apos;s names too. It can be taken back; what was read cannot be called back.</translation>
    </message>
    <message>
        <source>Jadikan %1 pendamping kasus?</source>
        <translation>Make %1 the case companion?</translation>
    </message>
    <message>
        <source>Cabut baca catatan rahasia %1?</source>
        <translation>Stop %1 reading confidential notes?</translation>
    </message>
    <message>
        <source>Kunci RT itu diganti. Catatannya tetap di RT itu; yang sudah ada di laptop itu tidak bisa ditarik. Catatan yang belum terkirim menunggu keputusan di halaman ini. Untuk RT lain, atau untuk kembali, buat kode undangan baru.</source>
        <translation>The key of that RT is changed. Its notes stay with that RT; what is on that laptop cannot be called back. Notes not sent yet wait for a decision on this page. For another RT, or to come back, make a new invitation code.</translation>
    </message>
    <message>
        <source>Keluarkan laptop %1 dari RT %2?</source>
        <translation>Remove the laptop of %1 from RT %2?</translation>
    </message>
    <message>
        <source>Catatan baru memakai kunci baru. Yang sudah ada di laptop itu tidak bisa ditarik. Langkah ini tidak bisa dibatalkan dari sini.</source>
        <translation>New notes use new keys. What is on that laptop already cannot be taken back. This step cannot be undone from here.</translation>
    </message>
    <message>
        <source>Keluarkan laptop %1 dan ganti kuncinya?</source>
        <translation>Remove the laptop of %1 and change its keys?</translation>
    </message>
    <message>
        <source>Keluarkan laptop itu</source>
        <translation>Remove that laptop</translation>
    </message>
</context>
<context>
    <name>MembersCard</name>
    <message>
        <source>Anggota menurut RT</source>
        <translation>Members by RT</translation>
    </message>
    <message numerus="yes">
        <source>%Ln laptop</source>
        <translation>
            <numerusform>%Ln laptop</numerusform>
            <numerusform>%Ln laptops</numerusform>
        </translation>
    </message>
    <message>
        <source>Laptop ini belum memegang kunci apa pun.</source>
        <translation>This laptop holds no key yet.</translation>
    </message>
    <message>
        <source>koordinator</source>
        <translation>coordinator</translation>
    </message>
    <message>
        <source>kader</source>
        <translation>volunteer</translation>
    </message>
    <message>
        <source>pembaca</source>
        <translation>reader</translation>
    </message>
    <message>
        <source>RT %1</source>
        <translation>RT %1</translation>
    </message>
    <message>
        <source>catatan terakhir %1</source>
        <translation>last note %1</translation>
    </message>
    <message>
        <source>Atur laptop</source>
        <translation>Manage laptop</translation>
    </message>
    <message>
        <source>pakta belum ada</source>
        <translation>no pact yet</translation>
    </message>
    <message>
        <source>koordinator yang menerimanya sudah keluar</source>
        <translation>the coordinator who let it in has left</translation>
    </message>
    <message>
        <source>bisa membaca catatan rahasia semua RT</source>
        <translation>can read the confidential notes of every RT</translation>
    </message>
    <message>
        <source>bisa membaca catatan rahasia RT %1</source>
        <translation>can read the confidential notes of RT %1</translation>
    </message>
    <message>
        <source>Perlu diterima lagi</source>
        <translation>To be let in again</translation>
    </message>
    <message>
        <source>Sudah keluar</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Laptop ini</source>
        <translation>This laptop</translation>
    </message>
    <message>
        <source>Pendamping kasus</source>
        <translation>Case companion</translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kegiatan</source>
        <translation>
            <numerusform>%Ln activity</numerusform>
            <numerusform>%Ln activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln nama di daftar hadir</source>
        <translation>
            <numerusform>%Ln name on attendance lists</numerusform>
            <numerusform>%Ln names on attendance lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan rahasia</source>
        <translation>
            <numerusform>%Ln confidential note</numerusform>
            <numerusform>%Ln confidential notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovingOut</name>
    <message>
        <source>Pindahkan</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Yang dipindahkan tersimpan terkunci di Identitas, tidak ikut di teks ini.</source>
        <translation>What is moved is kept locked in Identity, not in this text.</translation>
    </message>
</context>
<context>
    <name>NameTable</name>
    <message>
        <source>Daftar hadir</source>
        <translation>Attendance sheet</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Ubah tanggal</source>
        <translation>Change date</translation>
    </message>
    <message>
        <source>Sudah dilakukan</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Hasilnya?</source>
        <translation>What came of it?</translation>
    </message>
    <message>
        <source>Buat surat rujukan</source>
        <translation>Make referral letter</translation>
    </message>
</context>
<context>
    <name>NextForm</name>
    <message>
        <source>Langkah berikutnya</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Simpan langkah</source>
        <translation>Save step</translation>
    </message>
    <message>
        <source>langkah berikutnya</source>
        <translation>the next step</translation>
    </message>
</context>
<context>
    <name>NextQuestion</name>
    <message>
        <source>Langkah berikutnya?</source>
        <translation>Next step?</translation>
    </message>
    <message>
        <source>Kapan?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Tanggal langkah berikutnya</source>
        <translation>Date of the next step</translation>
    </message>
    <message>
        <source>kapan</source>
        <translation>when</translation>
    </message>
    <message>
        <source>Sekarang</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Besok</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>3 hari lagi</source>
        <translation>In 3 days</translation>
    </message>
    <message>
        <source>Lain…</source>
        <translation>Other…</translation>
    </message>
</context>
<context>
    <name>NotedField</name>
    <message>
        <source>Pindahkan ke Catatan rahasia</source>
        <translation>Move to Confidential notes</translation>
    </message>
</context>
<context>
    <name>NumberLine</name>
    <message>
        <source>Sudah dicoba</source>
        <translation>Tried, it works</translation>
    </message>
    <message>
        <source>Nomor belum diisi</source>
        <translation>Number not filled in</translation>
    </message>
    <message>
        <source>Nomor nasional, tidak bisa diubah</source>
        <translation>National number, cannot be changed</translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>Nomor belum diisi · minta nomornya ke koordinator</source>
        <translation>Number not filled in · ask the coordinator for it</translation>
    </message>
    <message>
        <source>Sudah saya coba, tersambung</source>
        <translation>I tried it, it works</translation>
    </message>
</context>
<context>
    <name>OutsidersBanner</name>
    <message>
        <source>Keluarkan laptop itu</source>
        <translation>Remove those laptops</translation>
    </message>
    <message>
        <source>Kalau ada laptop kader RT itu, terima dulu permintaannya. Yang dikeluarkan tidak bisa membuka catatan yang ditulis sesudahnya.</source>
        <translation>If one of them belongs to a volunteer of that RT, admit her first. Whoever is removed cannot open what is written afterwards.</translation>
    </message>
    <message>
        <source>Laptop dari luar kelurahan ini masih bisa membaca.</source>
        <translation>Laptops from outside this kelurahan can still read.</translation>
    </message>
    <message>
        <source>%1 (koordinator)</source>
        <translation>%1 (coordinator)</translation>
    </message>
    <message>
        <source>RT %1: %2.</source>
        <translation>RT %1: %2.</translation>
    </message>
</context>
<context>
    <name>PactTerms</name>
    <message>
        <source>Pakta ditandatangani</source>
        <translation>Pact signed</translation>
    </message>
    <message>
        <source>Tanggal pakta</source>
        <translation>Date of the pact</translation>
    </message>
    <message>
        <source>Pakta kerahasiaan ditandatangani</source>
        <translation>Confidentiality pact signed</translation>
    </message>
    <message>
        <source>Pilih dulu kapan pakta ditandatangani.</source>
        <translation>Choose first when the pact was signed.</translation>
    </message>
    <message>
        <source>Pilih dulu mulai dari catatan mana.</source>
        <translation>Choose first from which notes on.</translation>
    </message>
    <message>
        <source>Tanggal pakta ini besok atau nanti. Sudah benar? Tekan sekali lagi.</source>
        <translation>This pact is dated tomorrow or later. Is that right? Press once more.</translation>
    </message>
    <message>
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Tanggal lain</source>
        <translation>Another day</translation>
    </message>
    <message>
        <source>Belum</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Dengan catatan sebelumnya</source>
        <translation>With earlier notes</translation>
    </message>
    <message>
        <source>Mulai hari ini</source>
        <translation>From today</translation>
    </message>
</context>
<context>
    <name>PaperCard</name>
    <message>
        <source>Cetak</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Laporan sesi</source>
        <translation>Session report</translation>
    </message>
    <message>
        <source>Paket sesi</source>
        <translation>Session pack</translation>
    </message>
    <message>
        <source>Lembar daftar hadir</source>
        <translation>Attendance sheet</translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message>
        <source>Perkecil</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Perbesar</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Halaman %1 dari %2 ·</source>
        <translation>Page %1 of %2 ·</translation>
    </message>
    <message>
        <source>Kertas: %1</source>
        <translation>Paper: %1</translation>
    </message>
    <message>
        <source>Satu halaman</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>Lebar penuh</source>
        <translation>Full width</translation>
    </message>
    <message>
        <source>%1 mendatar</source>
        <translation>%1 landscape</translation>
    </message>
    <message>
        <source>%1 tegak</source>
        <translation>%1 portrait</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>%1, halaman %2 dari %3</source>
        <translation>%1, page %2 of %3</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>Hapus</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Simpan semuanya, satu di bawah yang lain</source>
        <translation>Keep all, one below the other</translation>
    </message>
    <message>
        <source>Simpan keduanya, satu di bawah yang lain</source>
        <translation>Keep both, one below the other</translation>
    </message>
</context>
<context>
    <name>PassphraseChoice</name>
    <message>
        <source>Kata sandi baru</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Paling sedikit empat kata, atau 20 huruf. Kata-katanya dipisah spasi.</source>
        <translation>At least four words, or 20 letters. Words with spaces between.</translation>
    </message>
    <message>
        <source>Kata sendiri</source>
        <translation>My own words</translation>
    </message>
    <message>
        <source>Ganti contoh</source>
        <translation>New words</translation>
    </message>
    <message>
        <source>Sembunyikan</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Tampilkan</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Pakai kata dari program</source>
        <translation>Use words from the program</translation>
    </message>
    <message>
        <source>Pakai kata sendiri</source>
        <translation>Use my own words</translation>
    </message>
    <message>
        <source>Belum cukup. Tambah kata.</source>
        <translation>Not enough yet. Add a word.</translation>
    </message>
    <message>
        <source>Cukup kuat</source>
        <translation>Strong enough</translation>
    </message>
    <message>
        <source>Kuat</source>
        <translation>Strong</translation>
    </message>
    <message>
        <source>Kekuatan kata sandi</source>
        <translation>Strength of the password</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Caps Lock sedang menyala</source>
        <translation>Caps Lock is on</translation>
    </message>
    <message>
        <source>Tampilkan</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Sembunyikan</source>
        <translation>Hide</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Daftar hadir</source>
        <translation>Attendance sheet</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Warga RT kami</source>
        <translation>Residents of our RT</translation>
    </message>
    <message>
        <source>Laki-laki dewasa</source>
        <translation>Men</translation>
    </message>
    <message>
        <source>Perempuan dewasa</source>
        <translation>Women</translation>
    </message>
    <message>
        <source>Anak laki-laki</source>
        <translation>Boys</translation>
    </message>
    <message>
        <source>Anak perempuan</source>
        <translation>Girls</translation>
    </message>
    <message>
        <source>Dengan disabilitas</source>
        <translation>With a disability</translation>
    </message>
    <message numerus="yes">
        <source>dan %n lainnya</source>
        <translation>
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
    <message>
        <source>Belum ada nama yang ditulis.</source>
        <translation>No name written yet.</translation>
    </message>
    <message>
        <source>Ubah daftar hadir</source>
        <translation>Change attendance</translation>
    </message>
    <message>
        <source>Isi daftar hadir</source>
        <translation>Fill in attendance</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Lengkapi</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>Nama, alamat, wali</source>
        <translation>Name, address, guardian</translation>
    </message>
    <message>
        <source>Anak dan keluarga</source>
        <translation>Child and family</translation>
    </message>
    <message>
        <source>Orangnya</source>
        <translation>The person</translation>
    </message>
    <message>
        <source>Inisial</source>
        <translation>Initials</translation>
    </message>
    <message>
        <source>Jenis kelamin</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>Umur</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Ada bahaya sekarang?</source>
        <translation>Is there danger now?</translation>
    </message>
    <message>
        <source>Tinggal serumah dengan terduga pelaku?</source>
        <translation>Living with the person feared?</translation>
    </message>
    <message>
        <source>Tahu dari</source>
        <translation>Heard from</translation>
    </message>
    <message>
        <source>Sudah dilakukan</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>Sudah menelepon</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>Tanda</source>
        <translation>Signs</translation>
    </message>
    <message>
        <source>Bentuk kekerasan</source>
        <translation>Form of violence</translation>
    </message>
    <message>
        <source>Tempat kejadian</source>
        <translation>Place of the event</translation>
    </message>
    <message>
        <source>Terduga pelaku</source>
        <translation>The person feared</translation>
    </message>
    <message>
        <source>Penyandang disabilitas</source>
        <translation>Has a disability</translation>
    </message>
    <message>
        <source>Anak mau dibantu?</source>
        <translation>Does the child want help?</translation>
    </message>
    <message>
        <source>Dasar pencatatan</source>
        <translation>Basis for noting</translation>
    </message>
</context>
<context>
    <name>PersonSection</name>
    <message>
        <source>Nama lengkap</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Panggilan</source>
        <translation>Name on screen</translation>
    </message>
    <message>
        <source>Ketua RT</source>
        <translation>RT head</translation>
    </message>
    <message>
        <source>Ibu</source>
        <translation>Mrs</translation>
    </message>
    <message>
        <source>Bapak</source>
        <translation>Mr</translation>
    </message>
    <message>
        <source>Kakak</source>
        <translation>Older sister or brother</translation>
    </message>
    <message>
        <source>Tanpa sapaan</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Sapaan</source>
        <translation>Address me as</translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message>
        <source>RT</source>
        <translation>RT</translation>
    </message>
    <message>
        <source>Kop surat</source>
        <translation>Letterhead</translation>
    </message>
    <message>
        <source>Alamat di kop</source>
        <translation>Address on the letterhead</translation>
    </message>
    <message>
        <source>Tertulis di laporan.</source>
        <translation>Printed on reports.</translation>
    </message>
    <message>
        <source>Terlihat di layar.</source>
        <translation>Shown on screen.</translation>
    </message>
    <message>
        <source>Untuk tanda tangan di laporan.</source>
        <translation>For the signature on reports.</translation>
    </message>
    <message>
        <source>Paling banyak lima baris. Kosong: kop yang biasa.</source>
        <translation>At most five lines. Empty: the usual letterhead.</translation>
    </message>
    <message>
        <source>Isi nama lengkap dulu.</source>
        <translation>Fill in the full name first.</translation>
    </message>
    <message>
        <source>Isi nomor RT dulu.</source>
        <translation>Fill in the RT number first.</translation>
    </message>
</context>
<context>
    <name>PersonStep</name>
    <message>
        <source>Kader RT (%1)</source>
        <translation>RT volunteer (%1)</translation>
    </message>
    <message>
        <source>Koordinator kelurahan</source>
        <translation>Kelurahan coordinator</translation>
    </message>
    <message>
        <source>Tugas</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Siapa yang mencatat?</source>
        <translation>Who is keeping notes?</translation>
    </message>
    <message>
        <source>Isi sebentar saja. Semua bisa diubah di Pengaturan.</source>
        <translation>Just a moment. Everything can be changed in Settings.</translation>
    </message>
    <message>
        <source>Isi nama lengkap dulu.</source>
        <translation>Fill in the full name first.</translation>
    </message>
    <message>
        <source>Pilih kelurahan dari daftar.</source>
        <translation>Choose the kelurahan from the list.</translation>
    </message>
    <message>
        <source>Isi nama kelurahan dulu.</source>
        <translation>Fill in the name of the kelurahan first.</translation>
    </message>
    <message>
        <source>Tulis sepuluh angka, misalnya 64.71.03.1001.</source>
        <translation>Write ten digits, such as 64.71.03.1001.</translation>
    </message>
    <message>
        <source>Isi nomor RT dulu.</source>
        <translation>Fill in the RT number first.</translation>
    </message>
    <message>
        <source>Nama lengkap</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Panggilan</source>
        <translation>Name on screen</translation>
    </message>
    <message>
        <source>Tertulis di laporan.</source>
        <translation>Printed on reports.</translation>
    </message>
    <message>
        <source>Terlihat di layar.</source>
        <translation>Shown on screen.</translation>
    </message>
    <message>
        <source>Ibu</source>
        <translation>Mrs</translation>
    </message>
    <message>
        <source>Bapak</source>
        <translation>Mr</translation>
    </message>
    <message>
        <source>Kakak</source>
        <translation>Older sister or brother</translation>
    </message>
    <message>
        <source>Tanpa sapaan</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Sapaan</source>
        <translation>Address me as</translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message>
        <source>Ketik lalu pilih</source>
        <translation>Type, then choose</translation>
    </message>
    <message>
        <source>Tidak ada di daftar</source>
        <translation>Not in the list</translation>
    </message>
    <message>
        <source>RT</source>
        <translation>RT</translation>
    </message>
    <message>
        <source>Nama kelurahan</source>
        <translation>Name of the kelurahan</translation>
    </message>
    <message>
        <source>Kode kelurahan</source>
        <translation>Code of the kelurahan</translation>
    </message>
</context>
<context>
    <name>PhotoRowWidget</name>
    <message>
        <source>Foto %1</source>
        <translation>Photo %1</translation>
    </message>
    <message>
        <source>Foto %1: belum tiba</source>
        <translation>Photo %1: not here yet</translation>
    </message>
    <message>
        <source>Wajah anak terlihat?</source>
        <translation>Is a child&apos;s face visible?</translation>
    </message>
    <message>
        <source>Foto belum tiba</source>
        <translation>Photo not here yet</translation>
    </message>
    <message>
        <source>Siapa yang memberi izin?</source>
        <translation>Who gave permission?</translation>
    </message>
    <message>
        <source>Bentuk izin</source>
        <translation>Form of permission</translation>
    </message>
    <message>
        <source>Tanggal izin</source>
        <translation>Date of permission</translation>
    </message>
    <message>
        <source>Hapus foto %1</source>
        <translation>Delete photo %1</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Foto %1</source>
        <translation>Photo %1</translation>
    </message>
    <message>
        <source>Foto %1: belum tiba</source>
        <translation>Photo %1: not here yet</translation>
    </message>
    <message>
        <source>Hapus foto %1</source>
        <translation>Delete photo %1</translation>
    </message>
    <message>
        <source>Wajah anak terlihat?</source>
        <translation>Is a child&apos;s face visible?</translation>
    </message>
    <message>
        <source>Siapa yang memberi izin?</source>
        <translation>Who gave permission?</translation>
    </message>
    <message>
        <source>Tanpa wajah anak</source>
        <translation>No child&apos;s face</translation>
    </message>
    <message>
        <source>Ada izin tertulis</source>
        <translation>Written permission</translation>
    </message>
    <message>
        <source>Tidak ikut tercetak</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>Foto belum tiba</source>
        <translation>Photo not here yet</translation>
    </message>
</context>
<context>
    <name>PhotosCard</name>
    <message>
        <source>Foto</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Tambah foto</source>
        <translation>Add photo</translation>
    </message>
    <message>
        <source>Belum ada foto. Boleh juga diseret ke sini.</source>
        <translation>No photo yet. You can also drag them here.</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Lihat lebih besar</source>
        <translation>View larger</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Diundur</source>
        <translation>Postponed</translation>
    </message>
    <message>
        <source>Jadi terlaksana?</source>
        <translation>Did it take place?</translation>
    </message>
    <message>
        <source>Tanggal baru</source>
        <translation>New date</translation>
    </message>
    <message>
        <source>Simpan tanggal</source>
        <translation>Save date</translation>
    </message>
    <message>
        <source>Tetap di tanggal ini</source>
        <translation>Keep this date</translation>
    </message>
    <message>
        <source>belum ada tanggal</source>
        <translation>no date yet</translation>
    </message>
    <message>
        <source>Rencana: %1</source>
        <translation>Planned: %1</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Akan tercetak seperti ini</source>
        <translation>This is what will be printed</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Hadir</source>
        <translation>Attended</translation>
    </message>
    <message>
        <source>%1, 1 kali</source>
        <translation>%1, once</translation>
    </message>
    <message numerus="yes">
        <source>%n orang</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>laki-laki dewasa</source>
        <translation>men</translation>
    </message>
    <message>
        <source>perempuan dewasa</source>
        <translation>women</translation>
    </message>
    <message>
        <source>anak laki-laki</source>
        <translation>boys</translation>
    </message>
    <message>
        <source>anak perempuan</source>
        <translation>girls</translation>
    </message>
    <message>
        <source>Belum dihitung. Masuk rencana di laporan bulan sebelumnya.</source>
        <translation>Not counted yet. Stands as a plan on the report of the month before.</translation>
    </message>
    <message>
        <source>Hanya jumlah sebulan yang tercetak, tanpa tanggal dan tempat.</source>
        <translation>Only the month&apos;s number is printed, without date or place.</translation>
    </message>
    <message>
        <source>Belum lengkap. Boleh disimpan; di laporan tercetak “–”.</source>
        <translation>Incomplete. It may be saved; the report prints “–”.</translation>
    </message>
</context>
<context>
    <name>ReadersCard</name>
    <message>
        <source>Siapa yang bisa membaca?</source>
        <translation>Who can read this?</translation>
    </message>
    <message>
        <source>Terkunci untuk</source>
        <translation>Locked for</translation>
    </message>
    <message>
        <source>RT lain, Ketua RT, Lurah</source>
        <translation>Other RTs, RT head, Lurah</translation>
    </message>
    <message>
        <source>Server kota</source>
        <translation>City server</translation>
    </message>
    <message>
        <source>Yang keluar dari kelurahan hanya jumlah per bulan, tanpa nama, umur, tanggal, atau RT.</source>
        <translation>Only monthly totals leave the kelurahan, without name, age, date or RT.</translation>
    </message>
    <message>
        <source>Baru %sapaan sendiri. Pendamping kasus bisa membaca setelah terhubung.</source>
        <translation>Only you so far. The case companion can read it once connected.</translation>
    </message>
    <message>
        <source>Baru dari laptop ini.</source>
        <translation>Only from this laptop so far.</translation>
    </message>
    <message>
        <source>Satu laptop lain yang namanya belum sampai di sini</source>
        <translation>One other laptop whose name has not arrived here yet</translation>
    </message>
    <message>
        <source>Pendamping kasus: %1</source>
        <translation>Case companion: %1</translation>
    </message>
    <message>
        <source>Bisa dibaca: %1. Server pun tidak bisa.</source>
        <translation>Can be read by: %1. Not even the server can.</translation>
    </message>
    <message numerus="yes">
        <source>dan %Ln lainnya</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message>
        <source>Dibuka: %1</source>
        <translation>Opened: %1</translation>
    </message>
    <message>
        <source>Siapa yang bisa membaca catatan rahasia?</source>
        <translation>Who can read confidential notes?</translation>
    </message>
    <message>
        <source>Bisa dibaca: %1</source>
        <translation>Readable by: %1</translation>
    </message>
    <message>
        <source>belum ada</source>
        <translation>nobody yet</translation>
    </message>
    <message>
        <source>RT %1</source>
        <translation>RT %1</translation>
    </message>
    <message>
        <source>Laptop tanpa nama</source>
        <translation>Laptop without a name</translation>
    </message>
    <message>
        <source>%1 (pendamping kasus)</source>
        <translation>%1 (case companion)</translation>
    </message>
</context>
<context>
    <name>ReferralCard</name>
    <message>
        <source>Rujukan</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>Buat surat lain</source>
        <translation>Make another letter</translation>
    </message>
    <message>
        <source>Buat surat rujukan</source>
        <translation>Make referral letter</translation>
    </message>
    <message>
        <source>Diterima, ketik tanda terima</source>
        <translation>Received, type in the receipt</translation>
    </message>
    <message>
        <source>Tidak diterima atau dialihkan</source>
        <translation>Not taken or passed on</translation>
    </message>
    <message>
        <source>Sudah diserahkan</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Keluarga belum bersedia</source>
        <translation>The family is not willing yet</translation>
    </message>
    <message>
        <source>Ia belum bersedia</source>
        <translation>The person is not willing yet</translation>
    </message>
    <message>
        <source>Cetak lagi surat rujukan</source>
        <translation>Print letter again</translation>
    </message>
    <message>
        <source>Catat kabar dari UPTD PPA</source>
        <translation>Record news from UPTD PPA</translation>
    </message>
    <message>
        <source>Catat kabar</source>
        <translation>Record news</translation>
    </message>
</context>
<context>
    <name>ReferralPage</name>
    <message>
        <source>Pratinjau surat</source>
        <translation>Preview of the letter</translation>
    </message>
    <message>
        <source>Surat rujukan</source>
        <translation>Referral letter</translation>
    </message>
    <message>
        <source>%1 · RAHASIA, satu-satunya lembar dengan nama</source>
        <translation>%1 · RAHASIA (confidential), the only sheet with a name</translation>
    </message>
    <message>
        <source>Cetak surat…</source>
        <translation>Print letter…</translation>
    </message>
    <message>
        <source>Simpan PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Cetak surat kosong</source>
        <translation>Print blank letter</translation>
    </message>
    <message>
        <source>Ditulis tangan, catat saja</source>
        <translation>Written by hand, just note it</translation>
    </message>
    <message>
        <source>Surat sudah dibuat. Sudah diserahkan?</source>
        <translation>The letter is made. Has it been handed over?</translation>
    </message>
    <message>
        <source>Sudah diserahkan</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Nanti</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>File ini memuat nama dan tidak terkunci. Siapa pun yang memegangnya bisa membaca. Hapus setelah dicetak.</source>
        <translation>This file holds a name and is not locked. Whoever has it can read it. Delete it after printing.</translation>
    </message>
    <message>
        <source>Pilih tempat menyimpan</source>
        <translation>Choose where to save</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Catatan ini punya dua versi. Keduanya tersimpan.</source>
        <translation>This note has two versions. Both are kept.</translation>
    </message>
    <message>
        <source>Pilih versi</source>
        <translation>Choose version</translation>
    </message>
</context>
<context>
    <name>ReferralRoad</name>
    <message>
        <source>Disimpan: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Surat rujukan dicatat.</source>
        <translation>Referral letter noted.</translation>
    </message>
    <message>
        <source>Surat dicatat sudah diserahkan.</source>
        <translation>Letter noted as handed over.</translation>
    </message>
</context>
<context>
    <name>RefusedList</name>
    <message>
        <source>Baris %1 · %2</source>
        <translation>Row %1 · %2</translation>
    </message>
</context>
<context>
    <name>ReportControls</name>
    <message>
        <source>Laporan apa?</source>
        <translation>Which report?</translation>
    </message>
    <message>
        <source>Kegiatan bulanan RT</source>
        <translation>Monthly RT activities</translation>
    </message>
    <message>
        <source>Satu kegiatan</source>
        <translation>One activity</translation>
    </message>
    <message>
        <source>Paket sesi</source>
        <translation>Session pack</translation>
    </message>
    <message>
        <source>Daftar hadir kosong</source>
        <translation>Blank attendance sheet</translation>
    </message>
    <message>
        <source>Lembar isian kosong</source>
        <translation>Blank entry form</translation>
    </message>
    <message>
        <source>Lembar kerja saya</source>
        <translation>My work sheet</translation>
    </message>
    <message>
        <source>Kartu darurat</source>
        <translation>Emergency card</translation>
    </message>
    <message>
        <source>Kegiatan yang mana?</source>
        <translation>Which activity?</translation>
    </message>
    <message>
        <source>Bulan sebelumnya</source>
        <translation>Month before</translation>
    </message>
    <message>
        <source>Bulan berikutnya</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>Hasil dan catatan</source>
        <translation>Results and notes</translation>
    </message>
    <message>
        <source>Foto kegiatan</source>
        <translation>Photos of activities</translation>
    </message>
    <message>
        <source>Hanya yang ditandai tanpa wajah anak atau sudah ada izin</source>
        <translation>Only those marked as without a child&apos;s face or with permission</translation>
    </message>
    <message>
        <source>Rencana bulan depan</source>
        <translation>Plan for next month</translation>
    </message>
    <message>
        <source>Cetak…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Simpan PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Gambar untuk chat</source>
        <translation>Picture for a chat</translation>
    </message>
    <message>
        <source>Hanya angka, tanpa nama dan cerita</source>
        <translation>Numbers only, no names or stories</translation>
    </message>
    <message>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Bulan</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Belum dicetak</source>
        <translation>Not printed yet</translation>
    </message>
    <message>
        <source>Dicetak %1</source>
        <translation>Printed %1</translation>
    </message>
    <message>
        <source>Sudah ke Ketua RT, %1</source>
        <translation>With the RT head, %1</translation>
    </message>
    <message>
        <source>Ditandatangani %1</source>
        <translation>Signed %1</translation>
    </message>
    <message>
        <source>Diterima kelurahan %1</source>
        <translation>Received by the kelurahan %1</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Pratinjau laporan</source>
        <translation>Preview of the report</translation>
    </message>
    <message>
        <source>Laporan</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Yang terlihat di sini sama persis dengan yang keluar di kertas</source>
        <translation>What you see here is exactly what comes out on paper</translation>
    </message>
    <message>
        <source>Belum ada kegiatan di %1.</source>
        <translation>No activity in %1 yet.</translation>
    </message>
    <message>
        <source>Catat yang sudah berjalan, atau laporkan bahwa bulan ini tidak ada.</source>
        <translation>Log what has taken place, or report that there was none this month.</translation>
    </message>
    <message>
        <source>Belum ada kegiatan yang dicatat</source>
        <translation>No activity logged yet</translation>
    </message>
    <message>
        <source>Catat satu kegiatan dulu, lalu lembarnya bisa dicetak.</source>
        <translation>Log one activity first, then the sheet can be printed.</translation>
    </message>
    <message>
        <source>Catat kegiatan</source>
        <translation>Log activity</translation>
    </message>
    <message>
        <source>Laporkan: tidak ada kegiatan bulan ini</source>
        <translation>Report: nothing held this month</translation>
    </message>
    <message>
        <source>Terkirim ke printer. Tandai sudah diserahkan?</source>
        <translation>Sent to the printer. Mark as handed over?</translation>
    </message>
    <message>
        <source>Sudah ke Ketua RT</source>
        <translation>With the RT head</translation>
    </message>
    <message>
        <source>Nanti</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Dilaporkan: tidak ada kegiatan bulan ini.</source>
        <translation>Reported: nothing held this month.</translation>
    </message>
    <message>
        <source>Batalkan laporan ini</source>
        <translation>Undo this report</translation>
    </message>
</context>
<context>
    <name>ReportRoad</name>
    <message>
        <source>Laporan</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Dilaporkan: tidak ada kegiatan.</source>
        <translation>Reported: nothing held.</translation>
    </message>
    <message>
        <source>Laporan itu dibatalkan.</source>
        <translation>That report was undone.</translation>
    </message>
    <message>
        <source>Laporan %1 ditandai sudah ke Ketua RT.</source>
        <translation>%1 report marked as handed to the RT head.</translation>
    </message>
    <message>
        <source>Simpan PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Disimpan: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>Tandai sudah dicetak</source>
        <translation>Mark as printed</translation>
    </message>
    <message>
        <source>Laporan %1 ditandai sudah dicetak.</source>
        <translation>%1 report marked as printed.</translation>
    </message>
</context>
<context>
    <name>Reveal</name>
    <message>
        <source>Tampilkan</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>%1, disembunyikan</source>
        <translation>%1, hidden</translation>
    </message>
    <message>
        <source>Sembunyikan</source>
        <translation>Hide</translation>
    </message>
</context>
<context>
    <name>SafeCard</name>
    <message>
        <source>Kirim sekarang</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Simpan ke flashdisk</source>
        <translation>Save to flash drive</translation>
    </message>
    <message>
        <source>Terakhir terhubung: %1</source>
        <translation>Last connected: %1</translation>
    </message>
    <message>
        <source>Semua catatan aman di laptop ini.</source>
        <translation>All notes are safe on this laptop.</translation>
    </message>
    <message>
        <source>Tersimpan dan terkunci. Tidak perlu internet.</source>
        <translation>Stored and locked. No internet needed.</translation>
    </message>
</context>
<context>
    <name>SameCard</name>
    <message>
        <source>Pakai</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Sama seperti %1?</source>
        <translation>Same as %1?</translation>
    </message>
    <message>
        <source>Isi cepat dari %1 terakhir</source>
        <translation>Quick fill from the last %1</translation>
    </message>
</context>
<context>
    <name>Sapaan</name>
    <message>
        <source>Bu</source>
        <translation>Mrs</translation>
    </message>
    <message>
        <source>Pak</source>
        <translation>Mr</translation>
    </message>
    <message>
        <source>Kak</source>
        <translation>Kak</translation>
    </message>
    <message>
        <source>Ibu</source>
        <translation>Mrs</translation>
    </message>
    <message>
        <source>Bapak</source>
        <translation>Mr</translation>
    </message>
    <message>
        <source>Kakak</source>
        <translation>Older sister or brother</translation>
    </message>
</context>
<context>
    <name>SavedCard</name>
    <message>
        <source>Buka catatan</source>
        <translation>Open note</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>%1 tersimpan dan terkunci di laptop ini.</source>
        <translation>%1 is saved and locked on this laptop.</translation>
    </message>
</context>
<context>
    <name>ScanViewer</name>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ScansCard</name>
    <message>
        <source>Surat yang dipindai</source>
        <translation>Scanned letters</translation>
    </message>
    <message>
        <source>Tambah surat</source>
        <translation>Add letter</translation>
    </message>
    <message>
        <source>Tambah tanda terima</source>
        <translation>Add receipt</translation>
    </message>
    <message>
        <source>belum sampai</source>
        <translation>not here yet</translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>SecretSection</name>
    <message>
        <source>Belum dibuat</source>
        <translation>Not made yet</translation>
    </message>
    <message>
        <source>Sudah dibuat, belum dicoba</source>
        <translation>Made, not tried yet</translation>
    </message>
    <message>
        <source>Sudah dicoba, cocok</source>
        <translation>Tried, it fits</translation>
    </message>
    <message>
        <source>Cetak lembar baru</source>
        <translation>Print a new sheet</translation>
    </message>
    <message>
        <source>Cetak lembar</source>
        <translation>Print sheet</translation>
    </message>
    <message>
        <source>Belum cocok. Periksa hurufnya, lalu coba lagi.</source>
        <translation>Not a match yet. Check the letters, then try again.</translation>
    </message>
    <message>
        <source>Ganti kata sandi</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>Pakai kata sandi baru</source>
        <translation>Use the new password</translation>
    </message>
    <message>
        <source>Tetap yang lama</source>
        <translation>Keep the old one</translation>
    </message>
    <message>
        <source>Lembar pemulihan</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Titipkan dalam amplop tertutup ke koordinator. Lembar baru menggantikan yang lama.</source>
        <translation>Leave it with the coordinator in a closed envelope. A new sheet replaces the old one.</translation>
    </message>
    <message>
        <source>Huruf di lembar pemulihan</source>
        <translation>Letters on the recovery sheet</translation>
    </message>
    <message>
        <source>Coba lembarnya</source>
        <translation>Try the sheet</translation>
    </message>
    <message>
        <source>Ketik huruf di lembar, empat-empat, untuk memastikan lembarnya terbaca.</source>
        <translation>Type the letters on the sheet, in fours, to make sure they can be read.</translation>
    </message>
    <message>
        <source>Coba lembar</source>
        <translation>Try the sheet</translation>
    </message>
    <message>
        <source>Tambah kata: paling sedikit empat kata, atau 20 huruf.</source>
        <translation>Add words: at least four words, or 20 letters.</translation>
    </message>
</context>
<context>
    <name>SecretStep</name>
    <message>
        <source>Cetak lembar</source>
        <translation>Print sheet</translation>
    </message>
    <message>
        <source>Nanti</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Buat kata sandi</source>
        <translation>Create a password</translation>
    </message>
    <message>
        <source>Tiga kata ini kunci laptop %sapaan. Hafalkan, atau ganti.</source>
        <translation>These three words are the key to your laptop. Learn them, or change them.</translation>
    </message>
    <message>
        <source>Tiga kata ini kunci laptop ini. Hafalkan, atau ganti.</source>
        <translation>These three words are the key to this laptop. Learn them, or change them.</translation>
    </message>
    <message>
        <source>Tambah kata: paling sedikit empat kata, atau 20 huruf.</source>
        <translation>Add words: at least four words, or 20 letters.</translation>
    </message>
    <message>
        <source>Lembar pemulihan sudah dibuat. Titipkan dalam amplop tertutup.</source>
        <translation>The recovery sheet is made. Leave it with the coordinator in a closed envelope.</translation>
    </message>
    <message>
        <source>Kata sandi sudah berlaku. Lembar bisa dicetak nanti di Pengaturan.</source>
        <translation>The password is in force. The sheet can be printed later in Settings.</translation>
    </message>
    <message>
        <source>Cetak lembar pemulihan</source>
        <translation>Print the recovery sheet</translation>
    </message>
    <message>
        <source>Titipkan dalam amplop tertutup ke koordinator.</source>
        <translation>Leave it with the coordinator in a closed envelope.</translation>
    </message>
    <message>
        <source>Jangan simpan di rumah yang sama dengan laptop.</source>
        <translation>Do not keep it in the same house as the laptop.</translation>
    </message>
    <message>
        <source>Kalau kata sandi lupa dan lembar ini hilang, catatan tidak bisa dibuka oleh siapa pun.</source>
        <translation>If the password is forgotten and this sheet is lost, nobody can open the notes.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Tampilan</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Nama dan RT</source>
        <translation>Name and RT</translation>
    </message>
    <message>
        <source>Kata sandi dan lembar pemulihan</source>
        <translation>Password and recovery sheet</translation>
    </message>
    <message>
        <source>Nomor darurat</source>
        <translation>Emergency numbers</translation>
    </message>
    <message>
        <source>Kunci otomatis</source>
        <translation>Automatic lock</translation>
    </message>
    <message>
        <source>Hubungan</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>Cadangan</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Tentang</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Setiap perubahan langsung berlaku.</source>
        <translation>Every change applies at once.</translation>
    </message>
</context>
<context>
    <name>SettingsRoad</name>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Pengaturan diubah.</source>
        <translation>Settings changed.</translation>
    </message>
    <message>
        <source>Data diri diubah.</source>
        <translation>Your details were changed.</translation>
    </message>
    <message>
        <source>Data RT diubah.</source>
        <translation>The RT&apos;s details were changed.</translation>
    </message>
    <message>
        <source>Nama Ketua RT diubah.</source>
        <translation>Name of the RT head changed.</translation>
    </message>
    <message>
        <source>Kop surat diubah.</source>
        <translation>Letterhead changed.</translation>
    </message>
    <message>
        <source>Nomor diubah.</source>
        <translation>Number changed.</translation>
    </message>
    <message>
        <source>Nomor ditandai sudah dicoba.</source>
        <translation>Number marked as tried.</translation>
    </message>
    <message>
        <source>Lembar pemulihan</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Lembar pemulihan cocok.</source>
        <translation>The recovery sheet fits.</translation>
    </message>
    <message>
        <source>Alamat server diubah.</source>
        <translation>The server address was changed.</translation>
    </message>
    <message>
        <source>Tersimpan. File terkunci dengan kata sandi. Flashdisk boleh dicabut.</source>
        <translation>Saved. The file is locked with the password. The flash drive may be unplugged.</translation>
    </message>
    <message>
        <source>Ambil dari cadangan</source>
        <translation>Take from a backup</translation>
    </message>
    <message>
        <source>%1 perubahan baru masuk dari cadangan, %2 sudah ada.</source>
        <translation>%1 new changes came from the backup, %2 were here already.</translation>
    </message>
    <message>
        <source>Cadangan (%1)</source>
        <translation>Backups (%1)</translation>
    </message>
</context>
<context>
    <name>Signs</name>
    <message>
        <source>Koordinator</source>
        <translation>Coordinator</translation>
    </message>
    <message>
        <source>RT %1</source>
        <translation>RT %1</translation>
    </message>
    <message>
        <source>Cadangan · hanya dibaca</source>
        <translation>Backup · read only</translation>
    </message>
</context>
<context>
    <name>SlipForm</name>
    <message>
        <source>Tanda terima kembali</source>
        <translation>Receipt came back</translation>
    </message>
    <message>
        <source>Simpan tanda terima</source>
        <translation>Save receipt</translation>
    </message>
    <message>
        <source>Tanggal di tanda terima</source>
        <translation>Date on the receipt</translation>
    </message>
    <message>
        <source>Pukul</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Nama petugas</source>
        <translation>Name of the officer</translation>
    </message>
    <message>
        <source>Nomor register</source>
        <translation>Register number</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>PATBM Desktop sudah terbuka di laptop ini. Jendelanya ditampilkan.</source>
        <translation>PATBM Desktop is already open on this laptop. Its window is shown.</translation>
    </message>
    <message>
        <source>Tidak ada layar di sini. Semua halaman dan laporan sebulan ditulis ke %1.</source>
        <translation>There is no screen here. All pages and a month&apos;s report are written to %1.</translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message>
        <source>Status sekarang</source>
        <translation>Status now</translation>
    </message>
    <message>
        <source>Sudah saya lihat</source>
        <translation>I have seen it</translation>
    </message>
    <message>
        <source>Turunkan tingkat ke %1</source>
        <translation>Lower the level to %1</translation>
    </message>
    <message>
        <source>Selesai karena?</source>
        <translation>Closed because?</translation>
    </message>
    <message>
        <source>Bukan kasus karena?</source>
        <translation>Not a case because?</translation>
    </message>
    <message>
        <source>Karena?</source>
        <translation>Because?</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Kurangi %1</source>
        <translation>Decrease %1</translation>
    </message>
    <message>
        <source>Tambah %1</source>
        <translation>Increase %1</translation>
    </message>
    <message>
        <source>belum diisi</source>
        <translation>not filled in</translation>
    </message>
</context>
<context>
    <name>StickWords</name>
    <message>
        <source>Tersimpan di flashdisk: %1. File terkunci; hanya kelurahan yang bisa membukanya. Flashdisk boleh dicabut.</source>
        <translation>Saved to the flash drive: %1. The file is locked; only the kelurahan can open it. You can take the flash drive out.</translation>
    </message>
    <message>
        <source>Tidak ada catatan baru di file ini.</source>
        <translation>There are no new notes in this file.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan baru</source>
        <translation>
            <numerusform>%Ln new note</numerusform>
            <numerusform>%Ln new notes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 dari RT %2</source>
        <translation>%1 from RT %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sudah pernah diterima</source>
        <translation>
            <numerusform>%Ln had come before</numerusform>
            <numerusform>%Ln had come before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln perubahan laptop ini terkirim.</source>
        <translation>
            <numerusform>%Ln change of this laptop was received.</numerusform>
            <numerusform>%Ln changes of this laptop were received.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln perubahan menunggu persetujuan koordinator.</source>
        <translation>
            <numerusform>%Ln change waits for the coordinator&apos;s approval.</numerusform>
            <numerusform>%Ln changes wait for the coordinator&apos;s approval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln perubahan belum bisa dipakai; minta file yang lebih baru.</source>
        <translation>
            <numerusform>%Ln change cannot be used yet; ask for a newer file.</numerusform>
            <numerusform>%Ln changes cannot be used yet; ask for a newer file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sebagian file rusak: %Ln perubahan dilewati. Minta kader menyimpan ulang.</source>
        <translation>
            <numerusform>Part of the file is damaged: %Ln change was left out. Ask the volunteer to save again.</numerusform>
            <numerusform>Part of the file is damaged: %Ln changes were left out. Ask the volunteer to save again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln laptop minta terhubung.</source>
        <translation>
            <numerusform>%Ln laptop asks to be connected.</numerusform>
            <numerusform>%Ln laptops ask to be connected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file lain belum bisa dipakai. Pilih file itu untuk melihat sebabnya.</source>
        <translation>
            <numerusform>%Ln other file could not be used. Choose it to see why.</numerusform>
            <numerusform>%Ln other files could not be used. Choose them to see why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StopPanel</name>
    <message>
        <source>Telepon SAPA sekarang:</source>
        <translation>Call SAPA now:</translation>
    </message>
</context>
<context>
    <name>StoryQuestion</name>
    <message>
        <source>Apa yang %sapaan lihat atau dengar?</source>
        <translation>What did you see or hear?</translation>
    </message>
    <message>
        <source>Apa yang terlihat atau terdengar?</source>
        <translation>What was seen or heard?</translation>
    </message>
    <message>
        <source>Tulis yang terlihat dan terdengar saja. Tidak perlu menyelidiki.</source>
        <translation>Only what was seen and heard. No need to investigate.</translation>
    </message>
</context>
<context>
    <name>SyncFlow</name>
    <message>
        <source>menunggu dikirim</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>ada di laptop ini</source>
        <translation>on this laptop</translation>
    </message>
    <message>
        <source>dikirim</source>
        <translation>handed over</translation>
    </message>
    <message>
        <source>belum dipastikan sampai</source>
        <translation>not confirmed yet</translation>
    </message>
    <message>
        <source>terkirim</source>
        <translation>received</translation>
    </message>
    <message>
        <source>sudah sampai di kelurahan</source>
        <translation>arrived at the kelurahan</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Sinkronisasi</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Kirim dan terima catatan, kapan pun sempat</source>
        <translation>Send and receive notes, whenever there is time</translation>
    </message>
    <message>
        <source>Terakhir terhubung: %1</source>
        <translation>Last connected: %1</translation>
    </message>
    <message>
        <source>koordinator</source>
        <translation>coordinator</translation>
    </message>
    <message>
        <source>pengurus server</source>
        <translation>the administrator of the server</translation>
    </message>
    <message>
        <source>Bacakan dua belas huruf ini kepada %1: %2</source>
        <translation>Read these twelve characters to %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln perubahan belum bisa diterima server. Semuanya aman di sini.</source>
        <translation>
            <numerusform>%Ln change cannot be received by the server yet. Everything is safe here.</numerusform>
            <numerusform>%Ln changes cannot be received by the server yet. Everything is safe here.</numerusform>
        </translation>
    </message>
    <message>
        <source>Jam laptop belum cocok, jadi belum terhubung. Catatan aman. Cocokkan tanggal dan jam laptop, lalu kirim lagi.</source>
        <translation>The laptop&apos;s clock does not match, so it is not connected yet. Notes are safe. Set the laptop&apos;s date and time, then send again.</translation>
    </message>
    <message>
        <source>Sudah dua minggu. Kalau susah sinyal, simpan ke flashdisk dan titipkan ke kelurahan.</source>
        <translation>It has been two weeks. If the signal is poor, save to a flash drive and hand it in at the kelurahan.</translation>
    </message>
    <message>
        <source>Kemajuan</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Kirim sekarang</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Hubungkan</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Simpan ke flashdisk</source>
        <translation>Save to flash drive</translation>
    </message>
    <message>
        <source>Ambil dari flashdisk</source>
        <translation>Take from flash drive</translation>
    </message>
</context>
<context>
    <name>SyncRoad</name>
    <message>
        <source>Sinkronisasi</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Pilih folder lain</source>
        <translation>Choose another folder</translation>
    </message>
    <message>
        <source>Ambil dari flashdisk</source>
        <translation>Take from flash drive</translation>
    </message>
    <message>
        <source>Belum ada file yang dipilih.</source>
        <translation>No file was chosen.</translation>
    </message>
    <message>
        <source>Pilih file</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Belum ada file PATBM di flashdisk ini. Catatan aman. Pasang flashdisk lain, atau pilih file-nya.</source>
        <translation>There is no PATBM file on this flash drive yet. Notes are safe. Plug in another flash drive, or choose the file.</translation>
    </message>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>File PATBM (*.patbm)</source>
        <translation>PATBM file (*.patbm)</translation>
    </message>
    <message>
        <source>Tanda terima</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Simpan PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Tersimpan.</source>
        <translation>Saved.</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Aman di laptop</source>
        <translation>Safe on this laptop</translation>
    </message>
    <message>
        <source>perlu koordinator</source>
        <translation>needs the coordinator</translation>
    </message>
    <message>
        <source>menunggu koordinator</source>
        <translation>waiting for the coordinator</translation>
    </message>
    <message>
        <source>perlu versi baru</source>
        <translation>needs a new version</translation>
    </message>
    <message numerus="yes">
        <source>%Ln foto menyusul</source>
        <translation>
            <numerusform>%Ln photo to follow</numerusform>
            <numerusform>%Ln photos to follow</numerusform>
        </translation>
    </message>
    <message>
        <source>Catatan terkirim</source>
        <translation>Notes received</translation>
    </message>
    <message>
        <source>Semua sudah terkirim</source>
        <translation>Everything received</translation>
    </message>
    <message numerus="yes">
        <source>Aman · %Ln menunggu</source>
        <translation>
            <numerusform>Safe · %Ln waiting</numerusform>
            <numerusform>Safe · %Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Aman · %Ln dikirim</source>
        <translation>
            <numerusform>Safe · %Ln handed over</numerusform>
            <numerusform>Safe · %Ln handed over</numerusform>
        </translation>
    </message>
    <message>
        <source>Mengirim dan menerima…</source>
        <translation>Sending and receiving…</translation>
    </message>
    <message>
        <source>Mengirim %1 dari %2…</source>
        <translation>Sending %1 of %2…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln menunggu dikirim</source>
        <translation>
            <numerusform>%Ln waiting to be sent</numerusform>
            <numerusform>%Ln waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dikirim</source>
        <translation>
            <numerusform>%Ln handed over</numerusform>
            <numerusform>%Ln handed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln belum diterima</source>
        <translation>
            <numerusform>%Ln not received yet</numerusform>
            <numerusform>%Ln not received yet</numerusform>
        </translation>
    </message>
    <message>
        <source>perubahan dikirim</source>
        <translation>changes handed over</translation>
    </message>
    <message>
        <source>perubahan menunggu dikirim</source>
        <translation>changes waiting to be sent</translation>
    </message>
    <message>
        <source>Semua catatan aman di laptop ini.</source>
        <translation>All notes are safe on this laptop.</translation>
    </message>
    <message>
        <source>Sedang mengirim dan menerima.</source>
        <translation>Sending and receiving.</translation>
    </message>
    <message>
        <source>Boleh terus mencatat atau menutup laptop.</source>
        <translation>You can go on writing or close the laptop.</translation>
    </message>
    <message>
        <source>Terakhir terhubung %1.</source>
        <translation>Last connected %1.</translation>
    </message>
    <message>
        <source>Perlu dihubungkan lagi.</source>
        <translation>Needs to be connected again.</translation>
    </message>
    <message>
        <source>Catatan aman. Minta kode undangan baru ke koordinator.</source>
        <translation>Your notes are safe. Ask the coordinator for a new invitation code.</translation>
    </message>
    <message>
        <source>menunggu pengurus server</source>
        <translation>waiting for the administrator</translation>
    </message>
    <message>
        <source>Catatan aman dan dikirim sendiri setelah pengurus server mengetik kode laptop ini.</source>
        <translation>Notes are safe and are sent by themselves once the administrator of the server has typed this laptop&apos;s code.</translation>
    </message>
    <message>
        <source>Menunggu pengurus server.</source>
        <translation>Waiting for the administrator of the server.</translation>
    </message>
    <message>
        <source>Menunggu koordinator.</source>
        <translation>Waiting for the coordinator.</translation>
    </message>
    <message>
        <source>Jam laptop belum cocok: di sini %1, di server %2. Catatan aman. Cocokkan tanggal dan jam laptop.</source>
        <translation>The laptop&apos;s clock does not match yet: here %1, on the server %2. Notes are safe. Set the laptop&apos;s date and time.</translation>
    </message>
    <message>
        <source>Catatan aman dan dikirim sendiri setelah koordinator terhubung.</source>
        <translation>Your notes are safe and are sent by themselves once the coordinator has connected.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan menunggu persetujuan koordinator.</source>
        <translation>
            <numerusform>%Ln note waits for the coordinator&apos;s approval.</numerusform>
            <numerusform>%Ln notes wait for the coordinator&apos;s approval.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ada versi baru.</source>
        <translation>There is a new version.</translation>
    </message>
    <message>
        <source>Memeriksa ulang data…</source>
        <translation>Checking data again…</translation>
    </message>
    <message>
        <source>Memeriksa ulang data dengan server.</source>
        <translation>Checking data with the server again.</translation>
    </message>
    <message>
        <source>Semua catatan aman di laptop ini. Yang belum ada di server dikirim lagi sendiri.</source>
        <translation>All notes are safe on this laptop. What the server lacks is sent again by itself.</translation>
    </message>
    <message>
        <source>Semua catatan aman dan tetap dikirim. Catatan ini bisa diubah setelah aplikasi diperbarui, juga lewat flashdisk.</source>
        <translation>All notes are safe and are still sent. That note can be changed once the app is updated, also from a flash drive.</translation>
    </message>
    <message>
        <source>Semua catatan sudah terkirim.</source>
        <translation>All notes were received.</translation>
    </message>
    <message>
        <source>Foto dikirim saat sinyal lebih kuat.</source>
        <translation>Photos are sent when the signal is stronger.</translation>
    </message>
    <message>
        <source>Semua sudah terkirim.</source>
        <translation>Everything was received.</translation>
    </message>
    <message>
        <source>Perlu kode undangan baru.</source>
        <translation>A new invitation code is needed.</translation>
    </message>
    <message>
        <source>Server tidak mengenal lagi undangan laptop ini. Catatan aman. Minta kode undangan baru ke koordinator.</source>
        <translation>The server no longer knows the invitation of this laptop. Notes are safe. Ask the coordinator for a new invitation code.</translation>
    </message>
    <message>
        <source>Server belum mengenal laptop ini. Catatan aman dan dikirim sendiri setelah koordinator terhubung. Kalau koordinator sudah terhubung, bacakan kode laptop ini kepadanya.</source>
        <translation>The server does not know this laptop yet. Notes are safe and go by themselves once the coordinator has connected. If she has, read the code of this laptop to her.</translation>
    </message>
    <message>
        <source>Server belum mengenal laptop ini. Catatan aman dan dikirim sendiri setelah koordinator terhubung. Kalau koordinator sudah terhubung, minta kode undangan baru.</source>
        <translation>The server does not know this laptop yet. Notes are safe and go by themselves once the coordinator has connected. If she has, ask for a new invitation code.</translation>
    </message>
    <message>
        <source>Menunggu persetujuan koordinator.</source>
        <translation>Waiting for the coordinator&apos;s approval.</translation>
    </message>
    <message>
        <source>Belum ada RT yang terhubung. Itu tidak apa-apa.</source>
        <translation>No RT is connected yet. That is all right.</translation>
    </message>
    <message>
        <source>Belum terhubung ke kelurahan. Itu tidak apa-apa.</source>
        <translation>Not connected to the kelurahan yet. That is all right.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan belum bisa diterima server. Dikirim lagi setelah aplikasi diperbarui.</source>
        <translation>
            <numerusform>The server cannot receive %Ln note yet. It is sent again once the application is updated.</numerusform>
            <numerusform>The server cannot receive %Ln notes yet. They are sent again once the application is updated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln foto</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 dan %2</source>
        <translation>%1 and %2</translation>
    </message>
    <message>
        <source>Perubahan lain</source>
        <translation>Other changes</translation>
    </message>
    <message>
        <source>%1 menunggu. Simpan ke flashdisk, lalu titipkan.</source>
        <translation>%1 waiting. Save to a flash drive, then hand it in.</translation>
    </message>
    <message>
        <source>%1 akan dikirim sendiri sebentar lagi.</source>
        <translation>%1 will be sent by themselves in a moment.</translation>
    </message>
    <message>
        <source>%1 akan dikirim sendiri begitu terhubung.</source>
        <translation>%1 will be sent by themselves once connected.</translation>
    </message>
    <message>
        <source>%1 dikirim, belum dipastikan sampai. Ambil file dari koordinator untuk memastikan.</source>
        <translation>%1 handed over, not confirmed yet. Take the coordinator&apos;s file to confirm.</translation>
    </message>
    <message>
        <source>%1 dikirim, belum dipastikan sampai. Dipastikan sendiri begitu terhubung.</source>
        <translation>%1 handed over, not confirmed yet. Confirmed by itself once connected.</translation>
    </message>
    <message>
        <source>Jaringan ini belum sampai ke server.</source>
        <translation>This network does not reach the server yet.</translation>
    </message>
    <message>
        <source>Jam laptop belum cocok.</source>
        <translation>The laptop&apos;s clock does not fit.</translation>
    </message>
    <message>
        <source>Server sedang ramai.</source>
        <translation>The server is busy.</translation>
    </message>
    <message>
        <source>Belum ada internet.</source>
        <translation>No internet yet.</translation>
    </message>
    <message>
        <source>Terputus di tengah, lalu lanjut</source>
        <translation>Cut in the middle, then went on</translation>
    </message>
    <message>
        <source>Lewat internet</source>
        <translation>By internet</translation>
    </message>
    <message>
        <source>Disimpan ke flashdisk</source>
        <translation>Saved to flash drive</translation>
    </message>
    <message>
        <source>Diambil dari flashdisk</source>
        <translation>Taken from flash drive</translation>
    </message>
    <message>
        <source>Kata cocok, untuk dibacakan lewat telepon</source>
        <translation>Matching words, to be read out by telephone</translation>
    </message>
    <message>
        <source>Kata cocok isi flashdisk tadi, untuk dibacakan lewat telepon</source>
        <translation>Matching words of what is on the flash drive, to be read out by telephone</translation>
    </message>
    <message>
        <source>Kata cocok sesudah ambil dari flashdisk, untuk dibacakan lewat telepon</source>
        <translation>Matching words after loading from the flash drive, to be read out by telephone</translation>
    </message>
    <message>
        <source>tidak ada yang hilang</source>
        <translation>nothing is lost</translation>
    </message>
    <message numerus="yes">
        <source>%Ln catatan baru</source>
        <translation>
            <numerusform>%Ln new note</numerusform>
            <numerusform>%Ln new notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln perubahan terkirim</source>
        <translation>
            <numerusform>%Ln change received there</numerusform>
            <numerusform>%Ln changes received there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln diterima</source>
        <translation>
            <numerusform>%Ln received here</numerusform>
            <numerusform>%Ln received here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>Dihapus, dengan alasan: %1.</source>
        <translation>Deleted, with the reason: %1.</translation>
    </message>
    <message>
        <source>Kenapa dihapus?</source>
        <translation>Why was it deleted?</translation>
    </message>
    <message>
        <source>Kegiatan dihapus.</source>
        <translation>Activity deleted.</translation>
    </message>
    <message>
        <source>Pilih alasan</source>
        <translation>Choose a reason</translation>
    </message>
    <message>
        <source>Draf %1 dihapus.</source>
        <translation>%1 draft deleted.</translation>
    </message>
</context>
<context>
    <name>TodoWords</name>
    <message>
        <source>Nomor UPTD PPA belum dicoba</source>
        <translation>UPTD PPA number not tried yet</translation>
    </message>
    <message>
        <source>Nomor UPTD PPA belum diisi</source>
        <translation>UPTD PPA number not filled in</translation>
    </message>
    <message>
        <source>Minta nomornya ke koordinator.</source>
        <translation>Ask the coordinator for it.</translation>
    </message>
    <message>
        <source>Isi nomor</source>
        <translation>Fill in number</translation>
    </message>
    <message>
        <source>Coba sekarang</source>
        <translation>Try now</translation>
    </message>
    <message numerus="yes">
        <source>Lewat %n hari</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message>
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
    <message numerus="yes">
        <source>%n tindak lanjut menunggu</source>
        <translation>
            <numerusform>%n follow-up waiting</numerusform>
            <numerusform>%n follow-ups waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Lanjutkan catatan rahasia yang belum selesai</source>
        <translation>Continue the unfinished confidential note</translation>
    </message>
    <message>
        <source>Rencana: %1, %2</source>
        <translation>Planned: %1, %2</translation>
    </message>
    <message>
        <source>Diundur</source>
        <translation>Postponed</translation>
    </message>
    <message>
        <source>Jadi terlaksana?</source>
        <translation>Did it take place?</translation>
    </message>
    <message>
        <source>Lanjutkan draf %1</source>
        <translation>Continue draft %1</translation>
    </message>
    <message>
        <source>Tersimpan sendiri %1, belum selesai</source>
        <translation>Saved by itself %1, not finished</translation>
    </message>
    <message>
        <source>Tersimpan sendiri pukul %1, belum selesai</source>
        <translation>Saved by itself at %1, not finished</translation>
    </message>
    <message>
        <source>Lanjutkan</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Selesaikan</source>
        <translation>Finish</translation>
    </message>
    <message numerus="yes">
        <source>%n kegiatan belum lengkap</source>
        <translation>
            <numerusform>%n activity incomplete</numerusform>
            <numerusform>%n activities incomplete</numerusform>
        </translation>
    </message>
    <message>
        <source>Lengkapi</source>
        <translation>Complete</translation>
    </message>
    <message numerus="yes">
        <source>%n catatan punya dua versi</source>
        <translation>
            <numerusform>%n note has two versions</numerusform>
            <numerusform>%n notes have two versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n catatan rahasia punya dua versi</source>
        <translation>
            <numerusform>%n confidential note has two versions</numerusform>
            <numerusform>%n confidential notes have two versions</numerusform>
        </translation>
    </message>
    <message>
        <source>Keduanya tersimpan, tidak ada yang hilang.</source>
        <translation>Both are kept, nothing is lost.</translation>
    </message>
    <message>
        <source>Pilih</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Laporan %1 belum dicetak</source>
        <translation>%1 report not printed yet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kegiatan</source>
        <translation>
            <numerusform>%Ln activity</numerusform>
            <numerusform>%Ln activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln peserta</source>
        <translation>
            <numerusform>%Ln participant</numerusform>
            <numerusform>%Ln participants</numerusform>
        </translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Lembar pemulihan belum dicoba</source>
        <translation>Recovery sheet not tried yet</translation>
    </message>
    <message>
        <source>Lembar pemulihan belum dicetak</source>
        <translation>Recovery sheet not printed yet</translation>
    </message>
    <message>
        <source>Kalau kata sandi lupa, lembar ini yang membukanya.</source>
        <translation>If the password is forgotten, this sheet opens the notes.</translation>
    </message>
    <message>
        <source>Coba lembar</source>
        <translation>Try the sheet</translation>
    </message>
    <message>
        <source>Cetak lembar</source>
        <translation>Print sheet</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Mencatat untuk</source>
        <translation>Keeping notes for</translation>
    </message>
    <message>
        <source>Mode rapat</source>
        <translation>Meeting mode</translation>
    </message>
</context>
<context>
    <name>TopicsQuestion</name>
    <message>
        <source>Membahas apa?</source>
        <translation>What about?</translation>
    </message>
    <message>
        <source>boleh lebih dari satu</source>
        <translation>more than one is fine</translation>
    </message>
    <message>
        <source>Tema yang belum dibahas tahun ini: %1</source>
        <translation>Not yet discussed this year: %1</translation>
    </message>
</context>
<context>
    <name>Tracker</name>
    <message>
        <source>Surat dibuat</source>
        <translation>Letter made</translation>
    </message>
    <message>
        <source>Diserahkan</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Ada kabar</source>
        <translation>News</translation>
    </message>
    <message>
        <source>belum</source>
        <translation>not yet</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Ada yang tidak berjalan semestinya.</source>
        <translation>Something did not work as it should.</translation>
    </message>
    <message>
        <source>Catatan %sapaan aman.</source>
        <translation>Your notes are safe.</translation>
    </message>
    <message>
        <source>Semua catatan aman.</source>
        <translation>All notes are safe.</translation>
    </message>
    <message>
        <source>Terakhir tersimpan pukul %1.</source>
        <translation>Last saved at %1.</translation>
    </message>
    <message>
        <source>Tutup dan buka lagi. Kalau terulang, sampaikan kode %1 ke koordinator.</source>
        <translation>Close and open again. If it happens again, tell the coordinator code %1.</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Lupa kata sandi?</source>
        <translation>Forgot password?</translation>
    </message>
    <message>
        <source>Buka catatan</source>
        <translation>Open notes</translation>
    </message>
    <message>
        <source>Kata-katanya dipisah spasi.</source>
        <translation>Words with spaces between.</translation>
    </message>
    <message>
        <source>Kader RT %1</source>
        <translation>Volunteer of RT %1</translation>
    </message>
    <message>
        <source>Huruf di lembar pemulihan</source>
        <translation>Letters on the recovery sheet</translation>
    </message>
    <message>
        <source>Pakai lembar pemulihan</source>
        <translation>Use the recovery sheet</translation>
    </message>
    <message>
        <source>Ketik 24 huruf di lembar, empat-empat. Huruf kecil juga boleh.</source>
        <translation>Type the 24 letters on the sheet, in fours. Small letters are fine.</translation>
    </message>
    <message>
        <source>Buka dengan lembar</source>
        <translation>Open with the sheet</translation>
    </message>
    <message>
        <source>Kembali ke kata sandi</source>
        <translation>Back to the password</translation>
    </message>
    <message>
        <source>Lembarnya tidak ada, atau dititipkan di koordinator?</source>
        <translation>The sheet is gone, or left with the coordinator?</translation>
    </message>
    <message>
        <source>Minta bantuan koordinator</source>
        <translation>Ask the coordinator</translation>
    </message>
    <message>
        <source>Pakai kata sandi baru</source>
        <translation>Use the new password</translation>
    </message>
    <message>
        <source>Buka cadangan</source>
        <translation>Open the backup</translation>
    </message>
    <message>
        <source>Simpan salinan ke flashdisk</source>
        <translation>Save a copy to a flash drive</translation>
    </message>
    <message>
        <source>Lanjut mencatat dari cadangan</source>
        <translation>Go on from the backup</translation>
    </message>
    <message>
        <source>Pilih nama, lalu masukkan kata sandi sendiri.</source>
        <translation>Pick your name, then enter your own password.</translation>
    </message>
    <message>
        <source>Terkunci sendiri setelah %1 menit tidak dipakai. Semua catatan aman.</source>
        <translation>Locks itself after %1 minutes. All notes are safe.</translation>
    </message>
    <message>
        <source>Buka nomor</source>
        <translation>Open numbers</translation>
    </message>
    <message>
        <source>Anak dalam bahaya sekarang?</source>
        <translation>Child in danger now?</translation>
    </message>
    <message>
        <source>Nomor darurat bisa dibuka tanpa kata sandi (F1)</source>
        <translation>Emergency numbers open without a password (F1)</translation>
    </message>
    <message>
        <source>Buat kata sandi baru</source>
        <translation>Create a new password</translation>
    </message>
    <message>
        <source>Siapa yang mau mencatat?</source>
        <translation>Who is logging?</translation>
    </message>
    <message>
        <source>Kata sandi %1</source>
        <translation>Password for %1</translation>
    </message>
    <message>
        <source>Tambah kata: paling sedikit empat kata, atau 20 huruf.</source>
        <translation>Add words: at least four words, or 20 letters.</translation>
    </message>
    <message>
        <source>Ketik kata sandi dulu, lalu buka cadangan.</source>
        <translation>Type the password first, then open the backup.</translation>
    </message>
    <message>
        <source>Tunggu %1 detik sebelum mencoba lagi. Catatan tetap aman.</source>
        <translation>Wait %1 seconds before trying again. Your notes are safe.</translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message>
        <source>Dipilih</source>
        <translation>Chosen</translation>
    </message>
</context>
<context>
    <name>VersionsCard</name>
    <message>
        <source>Dua versi</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>Dua laptop mengubah hal yang sama. Keduanya masih tersimpan; pilih satu.</source>
        <translation>Two laptops changed the same thing. Both are still kept; choose one.</translation>
    </message>
    <message>
        <source>Lihat berdampingan</source>
        <translation>See side by side</translation>
    </message>
    <message>
        <source>%1, menurut laptop %2</source>
        <translation>%1, by the laptop&apos;s clock %2</translation>
    </message>
    <message>
        <source>Pakai yang ini</source>
        <translation>Use this one</translation>
    </message>
</context>
<context>
    <name>WhatQuestion</name>
    <message>
        <source>Kegiatan apa?</source>
        <translation>What activity?</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Jenis kegiatan</source>
        <translation>Kind of activity</translation>
    </message>
    <message>
        <source>Program dan jenis lain</source>
        <translation>Other programme and kind</translation>
    </message>
</context>
<context>
    <name>WhenQuestion</name>
    <message>
        <source>Kapan?</source>
        <translation>When?</translation>
    </message>
    <message>
        <source>Tanggal kegiatan</source>
        <translation>Date of the activity</translation>
    </message>
    <message>
        <source>Tanggal laptop: %1. Betul?</source>
        <translation>Date of the laptop: %1. Right?</translation>
    </message>
    <message>
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Kemarin</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Besok</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Minggu depan</source>
        <translation>Next week</translation>
    </message>
    <message>
        <source>Betul</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Lain…</source>
        <translation>Other…</translation>
    </message>
    <message>
        <source>Ubah tanggal</source>
        <translation>Change date</translation>
    </message>
</context>
<context>
    <name>WhereQuestion</name>
    <message>
        <source>Di mana?</source>
        <translation>Where?</translation>
    </message>
    <message>
        <source>Nama tempat</source>
        <translation>Name of the place</translation>
    </message>
    <message>
        <source>Tulis nama tempat</source>
        <translation>Write the name of the place</translation>
    </message>
    <message>
        <source>Siapa yang mengadakan?</source>
        <translation>Who held it?</translation>
    </message>
    <message>
        <source>Acara kelurahan</source>
        <translation>Kelurahan event</translation>
    </message>
    <message>
        <source>Lain…</source>
        <translation>Other…</translation>
    </message>
    <message>
        <source>Tempat acara, misalnya Aula kelurahan</source>
        <translation>Place of the event, such as the kelurahan hall</translation>
    </message>
</context>
<context>
    <name>WhoQuestion</name>
    <message>
        <source>Siapa yang dikhawatirkan?</source>
        <translation>Who is it about?</translation>
    </message>
    <message>
        <source>Inisial boleh dikosongkan, paling banyak 3 huruf</source>
        <translation>Initials may be left empty, at most 3 letters</translation>
    </message>
    <message>
        <source>Umur</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Inisial</source>
        <translation>Initials</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Kata sandi diganti.</source>
        <translation>Password changed.</translation>
    </message>
    <message>
        <source>Bahasa diganti.</source>
        <translation>Language changed.</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Mode rapat sedang menyala.</source>
        <translation>Meeting mode is on.</translation>
    </message>
    <message>
        <source>Sekarang mencatat untuk RT %1.</source>
        <translation>Now keeping notes for RT %1.</translation>
    </message>
    <message>
        <source>Sekarang bekerja untuk kelurahan %1.</source>
        <translation>Now working for kelurahan %1.</translation>
    </message>
    <message>
        <source>Kirim dan terima selesai.</source>
        <translation>Sending and receiving is done.</translation>
    </message>
    <message>
        <source>Baca yang baru</source>
        <translation>Read what is new</translation>
    </message>
    <message>
        <source>Program diperbarui ke versi %1.</source>
        <translation>The program was updated to version %1.</translation>
    </message>
</context>
<context>
    <name>WorryCard</name>
    <message>
        <source>Ada cerita tentang anak yang membuat %sapaan khawatir?</source>
        <translation>Is there a story about a child that worries you?</translation>
    </message>
    <message>
        <source>Ada cerita tentang anak yang mengkhawatirkan?</source>
        <translation>Is there a worrying story about a child?</translation>
    </message>
    <message>
        <source>Tidak ada</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Ya, catat setelah ini</source>
        <translation>Yes, note it after this</translation>
    </message>
    <message>
        <source>Catatan itu tidak ikut tercetak.</source>
        <translation>That note is never printed.</translation>
    </message>
</context>
</TS>
