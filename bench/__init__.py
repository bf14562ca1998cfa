"""Benchmarks: `make bench` prints how long things take as ratios to something plain on the same machine."""
