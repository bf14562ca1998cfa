"""What docs/operate.md tells an operator to do, done; and what the newsroom must bear while it is operated."""
