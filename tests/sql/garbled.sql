-- Names in which the sender's program has lost a character hold their nomination: private use, U+FFFD, what is no character, half of an escaped surrogate.
\i :ROOT/tests/sql/kit/world.psql
select no_plan();
select make_cycle(null);
select submit('甲市/表.xlsx', '2030-03-10 10:00+08',
    array['1|一' || U&'\FFFD' || '云|一公司', '2|二' || U&'\FDD0' || '云|二公司', '3|三' || U&'\FFFF' || '云|三公司', '4|四_xD83D_云|四公司',
        '5|五云|五_x0000_公司', '6|六_xAB12_云|六公司', '7|七' || U&'\+020000' || '云|七公司', '8|八' || U&'\+01FFFE' || '云|八公司']);
\set clock 2030-03-10T12:00:00+08:00
\i :ROOT/tests/sql/kit/night.psql
select results_eq('select decisions()', $$values
    ('一' || U&'\FFFD' || '云 needs_review name_garbled'), ('二' || U&'\FDD0' || '云 needs_review name_garbled'),
    ('三' || U&'\FFFF' || '云 needs_review name_garbled'), ('四_xD83D_云 needs_review name_garbled'), ('五云 needs_review name_garbled'),
    ('六_xAB12_云 recommended counts'), ('七' || U&'\+020000' || '云 recommended counts'),
    ('八' || U&'\+01FFFE' || '云 needs_review name_garbled')$$,
    'each is held; what is a character, and no escape of half of one, is not');
select * from finish();
