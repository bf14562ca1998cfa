"""What the screens of several rooms use: actions, states of a story, JSON over `fetch`, time zones, plots."""
