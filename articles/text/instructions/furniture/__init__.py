"""Words by which pages, mails and press offices speak of themselves and to whoever reads them, in many languages."""
