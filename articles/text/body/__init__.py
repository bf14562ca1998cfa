"""A story's body: its vocabulary, cleaning, reading into nodes, splitting into sections, drawing."""
