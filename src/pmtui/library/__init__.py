"""Across incidents: the catalogue."""
