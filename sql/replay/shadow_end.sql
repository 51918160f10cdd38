-- What replay/shadow has made, at the end of its session.
drop schema if exists huizong_replay cascade;
