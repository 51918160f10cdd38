-- What each recipient is told, new and still open, and what it has put right since its upload before. $1 cycle; behind told_now.
-- state (new open fixed), unit_code, applicant, file, sha256, sheet, cell, row, field, severity, code, raw, read_as, expected, clause,
-- unit_name, gone (true: the file was disposed of), platform, enterprise. By unit_code and applicant.
select distinct f.state, f.unit_code collate "C" as unit_code, f.applicant collate "C" as applicant, f.file, a.sha256, f.sheet, f.cell,
       f.row_no as row, f.field, f.severity, f.code, f.raw, f.read_as, f.expected, f.clause, u.unit_name, (gone.sha256 is not null)::text as gone,
       f.platform_name as platform, f.enterprise, f.file collate "C" as by_file, f.sheet collate "C" as by_sheet,
       f.cell collate "C" as by_cell, f.field collate "C" as by_field, f.code collate "C" as by_code
from told_now f
join arrival a using (arrival_id)
left join content_disposed gone on (gone.sha256, gone.cycle) = (a.sha256, $1)
join unit u on (u.cycle, u.unit_code) = ($1, f.unit_code)
where f.state <> 'apart'
order by unit_code, applicant, by_file, a.sha256, by_sheet, f.row_no nulls first, by_cell nulls first, by_field, by_code,
    f.state, f.raw, f.read_as, f.expected;
