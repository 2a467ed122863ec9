"""Questions as data: their schema, loading them with a place for each mistake, and reading what was answered."""
