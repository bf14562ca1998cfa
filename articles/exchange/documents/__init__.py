"""Single documents: Word's .docx and mails."""
