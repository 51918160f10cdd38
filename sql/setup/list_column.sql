-- $1: a cycle. The first field of a list that no column of the database can hold: its kind, field and type.
select k.kind, f.field, f.value_type
from upload_kind k
join field f using (cycle, kind)
where k.cycle = $1 and k.layout = 'list' and f.place = 'row' and list_column(k.kind, f.field, f.value_type) is null
order by k.kind_order, f.field_order
limit 1;
