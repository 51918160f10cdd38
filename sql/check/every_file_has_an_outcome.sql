-- What lies in the inbox is never passed over in silence.
select s.path
from seen s
where not exists (select from upload_outcome o where o.arrival_id = s.arrival_id and o.ruled_until is null);
