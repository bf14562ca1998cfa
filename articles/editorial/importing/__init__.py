"""Stories that come in as text: imported from a file or pasted onto an empty sheet."""
