"""What every room reads with: YAML with line and column, moments from words, vocabularies."""
