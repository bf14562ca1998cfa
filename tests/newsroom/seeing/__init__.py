"""Tests of newsroom/seeing."""
