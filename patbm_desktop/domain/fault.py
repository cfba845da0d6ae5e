"""What the world may refuse us: one list, so that every refusal has words on screen."""

from enum import StrEnum


class Refusal(StrEnum):
    """Something outside the program said no; a person can act on it.

    The words stand in `resources/i18n/reasons.*.toml` under the member's value.
    """

    DISK_FULL = "disk_full"
    DATABASE_BUSY = "database_busy"
    DATABASE_MISSING = "database_missing"
    DATABASE_DAMAGED = "database_damaged"
    DATABASE_FOREIGN = "database_foreign"
    DATABASE_NEWER = "database_newer"
    DATABASE_READ_ONLY = "database_read_only"
    WRONG_PASSPHRASE = "wrong_passphrase"
    WAIT_BEFORE_TRYING = "wait_before_trying"
    PASSPHRASE_TOO_WEAK = "passphrase_too_weak"
    WRONG_SHEET = "wrong_sheet"
    KEY_FILE_DAMAGED = "key_file_damaged"
    KEY_FILE_ALTERED = "key_file_altered"
    VAULT_MISSING = "vault_missing"
    VAULT_EXISTS = "vault_exists"
    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_TOO_LARGE = "file_too_large"
    FILE_NOT_A_TABLE = "file_not_a_table"
    FILE_WITHOUT_COLUMNS = "file_without_columns"
    FILE_NOT_WRITABLE = "file_not_writable"
    PHOTO_UNREADABLE = "photo_unreadable"
    PHOTO_TOO_LARGE = "photo_too_large"
    TOO_MANY_PHOTOS = "too_many_photos"
    BACKUP_DAMAGED = "backup_damaged"
    BACKUP_FOREIGN = "backup_foreign"
    NO_SUCH_RECORD = "no_such_record"
    NO_SUCH_PLACE = "no_such_place"
    NO_SUCH_SHEET = "no_such_sheet"
    PASSPHRASE_NEEDED = "passphrase_needed"
    STOPPED = "stopped"
    CASES_ELSEWHERE = "cases_elsewhere"
    VERSIONS_CHANGED = "versions_changed"
    OTHERS_DECIDE = "others_decide"
    SPACE_LOCKED = "space_locked"
    NO_SUCH_DEVICE = "no_such_device"
    NO_SUCH_REQUEST = "no_such_request"
    NO_SUCH_MEMBER = "no_such_member"
    NO_SUCH_HELD_NOTE = "no_such_held_note"
    PACT_MISSING = "pact_missing"
    CODE_UNREADABLE = "code_unreadable"
    CODE_UNKNOWN = "code_unknown"
    CARD_FOREIGN = "card_foreign"
    INVITATION_UNREADABLE = "invitation_unreadable"
    INVITATION_OF_ANOTHER_RT = "invitation_of_another_rt"
    NOT_COORDINATOR = "not_coordinator"
    NOT_ARSIP = "not_arsip"
    ERASURE_EARLY = "erasure_early"
    ERASURE_FROZEN = "erasure_frozen"
    BUNDLE_FOREIGN = "bundle_foreign"
    BUNDLE_NEWER = "bundle_newer"
    BUNDLE_CUT = "bundle_cut"
    BUNDLE_ALTERED = "bundle_altered"
    BUNDLE_FORGED = "bundle_forged"
    BUNDLE_SWOLLEN = "bundle_swollen"
    BUNDLE_FOR_OTHERS = "bundle_for_others"
    BUNDLE_FOR_NOBODY = "bundle_for_nobody"
    STICK_MISSING = "stick_missing"
    STICK_SEVERAL = "stick_several"
    STICK_FULL = "stick_full"
    STICK_PULLED = "stick_pulled"
    STICK_PULLED_READING = "stick_pulled_reading"
    NO_NETWORK = "no_network"
    SERVER_STRANGE = "server_strange"
    CLOCK_WRONG = "clock_wrong"
    DEVICE_UNKNOWN = "device_unknown"
    DEVICE_DISABLED = "device_disabled"
    REQUEST_TOO_LARGE = "request_too_large"
    SERVER_BUSY = "server_busy"
    SERVER_ADDRESS = "server_address"
    NO_SERVER = "no_server"
    NEEDS_RT = "needs_rt"
    NO_RECEIPT = "no_receipt"
    SERVER_SILENT = "server_silent"
    OFFICE_UNKNOWN = "office_unknown"
    OFFICE_NOT_SENT = "office_not_sent"


class Fault(Exception):
    """Raised when a `Refusal` stops an action; carries no words and no content of a record.

    `facts` are harmless values for the sentence, such as the seconds still to wait.
    """

    def __init__(self, refusal: Refusal, **facts: str | int) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.facts = facts
