"""Stands in for Pillow: without it reportlab does all but pictures, and Kader reads none."""

Image = None
