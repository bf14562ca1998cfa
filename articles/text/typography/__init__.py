"""Quotation marks, dashes and spaces set as a typesetter of the story's language would."""
