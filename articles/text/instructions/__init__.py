"""What comes with a story for editors alone: embargoes, notes, contacts, credits, heads of agencies and mails."""
