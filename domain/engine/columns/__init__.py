"""The rotations of a large plan as columns of numbers, and what is reckoned with them at once.

This is the only room with numpy. It is imported when the first large plan is checked.
"""
