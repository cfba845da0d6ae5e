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


class Fault(Exception):
    """Raised when a `Refusal` stops an action; carries no words and no content of a record.

    `facts` are harmless values for the sentence, such as the seconds still to wait.
    """

    def __init__(self, refusal: Refusal, **facts: str | int) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.facts = facts
