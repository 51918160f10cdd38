-- What was overwritten goes from the disk as well, and from the statistics.
vacuum (full, analyze) list_reject, list_equipment, list_model, list_app, list_enterprise, list_developer, list_killer, list_solution, list_staff;
