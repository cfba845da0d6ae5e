"""PATBM Desktop: what a volunteer writes down, kept on her own laptop, and printed each month.

One folder is one layer, and imports go one way: `ui | cli`, `actions`, `store | seal | reports`,
`wire`, `domain`. `__main__` starts the program; in a checkout `bootstrap` runs before it.
"""
