"""Case files and exported records, turned into interviews."""
