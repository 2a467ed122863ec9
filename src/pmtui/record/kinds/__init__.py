"""What an incident is known by: one file for each group of kinds, each kind a model whose fields say what it holds."""
