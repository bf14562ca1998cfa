"""Pictures drawn from words, for shared links to pages without a photo."""
