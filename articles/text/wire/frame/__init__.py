"""The frame of a text: what stands above, between and below a story and is none of it."""
