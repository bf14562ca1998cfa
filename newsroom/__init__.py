"""The project: wires the applications together. Nothing imports it."""
