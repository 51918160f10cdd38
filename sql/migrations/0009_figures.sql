-- A figure as a clerk reads it: 1,203台/套, 0.5%, -1,000.25万元.
create function printed(figure numeric, unit text) returns text
language sql immutable
as $$
    select case when figure < 0 then '-' else '' end
           || regexp_replace(trunc(abs(figure))::text, '([0-9])(?=([0-9]{3})+$)', '\1,', 'g')
           || coalesce(substring(trim_scale(abs(figure))::text from '\.[0-9]+$'), '') || coalesce(unit, '')
$$;

create function rights_figures() returns void
language sql
as $$
    grant execute on function printed to huizong_loader;
$$;

select grant_roles();
select hand_over();
