"""What differs from language to language: letters, folding, quotation marks, words of speech."""
