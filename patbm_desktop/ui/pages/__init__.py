"""One page a file: shows a value, gives back a draft; never saves and never knows another page."""
