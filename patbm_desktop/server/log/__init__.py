"""The log: what laptops push, in the order it came, read back to whoever may read it.

It is a post office. It never opens a box, never decides for a coordinator and never rewrites an op.
The core is plain classes over a connection; only `models`, `migrations` and `views` know Django.
"""
