"""Screens: where in a large plan each rule may find something, looked at for all parts at once.

A screen never passes over a part in which its rule finds something. Where it is not exact it
names a part too many; the rule itself then finds nothing there.
"""
