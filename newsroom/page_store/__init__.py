"""THE PAGE STORE: finished answers to readers, kept until what they were made of changes. Knows no story."""
