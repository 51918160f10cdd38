-- The statistics belong to the server's or the database's owner, who the login may be.
reset role;
