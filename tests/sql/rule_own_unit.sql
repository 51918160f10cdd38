-- The form names the unit that handed it in, by any of its names.
\set shape own_unit
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('fujian%', 'cover_unit_differs', 'W', 'cover_recommending_unit=福州市', 'cover_recommending_unit=厦门市工业和信息化局',
    'cover_recommending_unit: 厦门市工业和信息化局 | 福州市工业和信息化局', 'cover_recommending_unit='),
('guangdong%', 'cover_unit_differs', 'W', 'cover_recommending_unit=广州市', 'cover_recommending_unit=韶关市工业和信息化局',
    'cover_recommending_unit: 韶关市工业和信息化局 | 广州市工业和信息化局', 'cover_recommending_unit='),
('guangzhou%', 'cover_unit_differs', 'W', 'cover_recommending_unit=荔湾区', 'cover_recommending_unit=广州市越秀区科技工业和信息化局',
    'cover_recommending_unit: 广州市越秀区科技工业和信息化局 | 广州市荔湾区科技工业和信息化局', 'cover_recommending_unit=');
\i :ROOT/tests/sql/kit/rules_cycles.psql
