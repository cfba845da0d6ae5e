"""Which pages there are, in the order of the sidebar. A new page is one line here."""

from patbm_desktop.ui.road import Road
from patbm_desktop.ui.roads.activities_road import ActivitiesRoad
from patbm_desktop.ui.roads.activity_road import ActivityRoad
from patbm_desktop.ui.roads.attendance_road import AttendanceRoad
from patbm_desktop.ui.roads.case_road import CaseRoad
from patbm_desktop.ui.roads.cases_road import CasesRoad
from patbm_desktop.ui.roads.concern_road import ConcernRoad
from patbm_desktop.ui.roads.conflict_road import CaseConflictRoad, ConflictRoad
from patbm_desktop.ui.roads.home_road import HomeRoad
from patbm_desktop.ui.roads.import_road import ImportRoad
from patbm_desktop.ui.roads.join_road import JoinRoad
from patbm_desktop.ui.roads.kelurahan_road import KelurahanRoad
from patbm_desktop.ui.roads.log_road import LogRoad
from patbm_desktop.ui.roads.referral_road import ReferralRoad
from patbm_desktop.ui.roads.report_road import ReportRoad
from patbm_desktop.ui.roads.settings_road import SettingsRoad
from patbm_desktop.ui.roads.sync_road import SyncRoad

ROADS: tuple[type[Road], ...] = (
    HomeRoad,
    ActivitiesRoad,
    ActivityRoad,
    LogRoad,
    ConcernRoad,
    AttendanceRoad,
    ConflictRoad,
    CasesRoad,
    CaseRoad,
    CaseConflictRoad,
    ReferralRoad,
    ImportRoad,
    ReportRoad,
    KelurahanRoad,
    SyncRoad,
    JoinRoad,
    SettingsRoad,
)
