"""Readiness: rules about a working copy, each yielding findings; `publishing/readiness.py` asks them all."""
