"""Dates and periods, and which of them an amount holds for."""
