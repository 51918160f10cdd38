-- What was overwritten goes from the disk as well.
vacuum (full) figure;
