-- How many nominations there are, without which the planner looks each of them up in turn.
analyze nomination_now (unit_code, nomination, occurrence, decision, folded_platform, arrival_id, ordinality);
