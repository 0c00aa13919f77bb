"""Calculations over a plan: days in force, strength, forces, chains; pure functions."""
