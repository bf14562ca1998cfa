"""Dates, hours and time zones that words name, in many languages."""
