-- What was overwritten goes from the disk as well, and from the statistics.
vacuum (full, analyze) file_finding, rule_finding;
