"""Reads that more than one caller needs; they never write."""
