-- What was overwritten goes from the disk as well.
vacuum (full) file_finding, rule_finding;
