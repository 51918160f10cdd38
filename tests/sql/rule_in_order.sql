-- Dates in their order; the day of the notice and the day of the deadline still belong.
\set shape in_order
\i :ROOT/tests/sql/kit/rules.psql
select no_plan();
insert into asked values
('fujian%', 'cover_date_after_deadline', 'W', 'cover_date=2023-06-12', 'cover_date=2023-06-13',
    'cover_date: 2023-06-13 | 2023-06-12', 'cover_date='),
('fujian%', 'cover_date_before_notice', 'W', 'cover_date=2023-06-05', 'cover_date=2023-06-04',
    'cover_date: 2023-06-04 | 2023-06-05', 'cover_date=!昨天'),
('fujian%', 'ent_established_after_notice', 'W', 'ent_established=2023-06-05', 'ent_established=2023-06-06',
    'ent_established: 2023-06-06 | 2023-06-05', 'ent_established='),
('fujian%', 'pledge_date_after_deadline', 'W', 'pledge_date=2023-06-12', 'pledge_date=2023-06-13',
    'pledge_date: 2023-06-13 | 2023-06-12', 'pledge_date='),
('fujian%', 'recommend_date_before_pledge', 'W', 'pledge_date=2023-06-05 recommend_date=2023-06-05', 'pledge_date=2023-06-05 recommend_date=2023-06-04',
    'recommend_date: 2023-06-04 | 2023-06-05', 'pledge_date= recommend_date=2023-06-04'),
('fujian%', 'recommend_date_after_deadline', 'W', 'recommend_date=2023-06-12', 'recommend_date=2023-06-13',
    'recommend_date: 2023-06-13 | 2023-06-12', 'recommend_date=!x'),
('guangdong%', 'cover_date_after_deadline', 'W', 'cover_date=2022-03-18', 'cover_date=2022-03-19',
    'cover_date: 2022-03-19 | 2022-03-18', 'cover_date='),
('guangdong%', 'cover_date_before_notice', 'W', 'cover_date=2022-03-10', 'cover_date=2022-03-09',
    'cover_date: 2022-03-09 | 2022-03-10', 'cover_date=!昨天'),
('guangdong%', 'ent_established_after_notice', 'W', 'ent_established=2022-03-10', 'ent_established=2022-03-11',
    'ent_established: 2022-03-11 | 2022-03-10', 'ent_established='),
('guangdong%', 'pledge_date_after_deadline', 'W', 'pledge_date=2022-03-18', 'pledge_date=2022-03-19',
    'pledge_date: 2022-03-19 | 2022-03-18', 'pledge_date='),
('guangdong%', 'recommend_date_before_pledge', 'W', 'pledge_date=2022-03-10 recommend_date=2022-03-10', 'pledge_date=2022-03-10 recommend_date=2022-03-09',
    'recommend_date: 2022-03-09 | 2022-03-10', 'pledge_date= recommend_date=2022-03-09'),
('guangdong%', 'recommend_date_after_deadline', 'W', 'recommend_date=2022-03-18', 'recommend_date=2022-03-19',
    'recommend_date: 2022-03-19 | 2022-03-18', 'recommend_date=!x'),
('guangzhou%', 'cover_date_after_deadline', 'W', 'cover_date=2022-03-17', 'cover_date=2022-03-18',
    'cover_date: 2022-03-18 | 2022-03-17', 'cover_date='),
('guangzhou%', 'cover_date_before_notice', 'W', 'cover_date=2022-03-15', 'cover_date=2022-03-14',
    'cover_date: 2022-03-14 | 2022-03-15', 'cover_date=!昨天'),
('guangzhou%', 'ent_established_after_notice', 'W', 'ent_established=2022-03-15', 'ent_established=2022-03-16',
    'ent_established: 2022-03-16 | 2022-03-15', 'ent_established='),
('guangzhou%', 'pledge_date_after_deadline', 'W', 'pledge_date=2022-03-17', 'pledge_date=2022-03-18',
    'pledge_date: 2022-03-18 | 2022-03-17', 'pledge_date='),
('guangzhou%', 'recommend_date_before_pledge', 'W', 'pledge_date=2022-03-15 recommend_date=2022-03-15', 'pledge_date=2022-03-15 recommend_date=2022-03-14',
    'recommend_date: 2022-03-14 | 2022-03-15', 'pledge_date= recommend_date=2022-03-14'),
('guangzhou%', 'recommend_date_after_deadline', 'W', 'recommend_date=2022-03-17', 'recommend_date=2022-03-18',
    'recommend_date: 2022-03-18 | 2022-03-17', 'recommend_date=!x');
insert into asked_more values
('fujian%', 'ent_established_after_notice', 'ent_established=2023-06', null),
('fujian%', 'ent_established_after_notice', 'ent_established=2023-07', 'ent_established: 2023-07 | 2023-06-05'),
('fujian%', 'ent_established_after_notice', 'ent_established=2023', null),
('fujian%', 'ent_established_after_notice', 'ent_established=2024', 'ent_established: 2024 | 2023-06-05'),
('guang%', 'ent_established_after_notice', 'ent_established=2022-03', null);
\i :ROOT/tests/sql/kit/rules_cycles.psql
