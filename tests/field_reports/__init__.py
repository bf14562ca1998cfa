"""What people reported of other tools, tried on this one: a test a report, named after it."""
