"""WORDS: pure functions from text to text. Imports nothing of ours and no Django models."""
