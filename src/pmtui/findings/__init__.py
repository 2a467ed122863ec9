"""What follows from the record: pure functions, of which nothing is stored."""
