-- Segments before it are needed no more, and are deleted; so are the files of the tables that were written anew.
checkpoint;
