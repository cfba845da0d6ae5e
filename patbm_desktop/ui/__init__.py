"""What a person sees: one window, its pages and the work that leaves it; the only place with Qt.

It asks `actions` and shows what comes back; never the store, the keys or the network.
"""
