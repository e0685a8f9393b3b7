"""Writes and decisions: one verb per use, each in one transaction."""
