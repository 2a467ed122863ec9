"""What is known about an incident: the documents that are kept, and the record that is folded from the answers."""
