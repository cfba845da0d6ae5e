"""Which pages there are, in the order of the sidebar. A new page is one line here."""

from patbm_desktop.ui.road import Road
from patbm_desktop.ui.roads.home_road import HomeRoad
from patbm_desktop.ui.roads.settings_road import SettingsRoad

ROADS: tuple[type[Road], ...] = (HomeRoad, SettingsRoad)
