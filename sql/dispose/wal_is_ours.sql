-- One row: whether this login may empty the server's write-ahead log, and nothing keeps old parts of it, here or elsewhere.
select current_setting('is_superuser') = 'on' and current_setting('wal_recycle') = 'off' and current_setting('wal_keep_size') = '0'
   and current_setting('archive_mode') = 'off' and current_setting('max_wal_senders') = '0';
