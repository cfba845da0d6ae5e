"""Many laptops and a server in one thread, with everything that goes wrong in life, by a seed."""
