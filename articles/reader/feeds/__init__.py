"""FEEDS: one model of what a feed says, and a writer for each of the formats RSS, Atom and JSON Feed."""
