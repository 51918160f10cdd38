-- What was overwritten goes from the disk as well, and from the statistics.
vacuum (full, analyze) figure;
