"""Platforms whose exports are folders of HTML: Substack and Medium."""
