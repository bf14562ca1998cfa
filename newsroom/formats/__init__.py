"""How dates are written on the editors' side, in place of Django's ways: one for each language of the interface."""
