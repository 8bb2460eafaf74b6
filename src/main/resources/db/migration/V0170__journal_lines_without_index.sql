-- The lines of checkpoints are written each minute and only ever read all together, by who verifies: an index would be
-- written for nobody. A line that came twice would not have the hash of its checkpoint.
alter table journal.checkpoint_line drop constraint checkpoint_line_pkey;
