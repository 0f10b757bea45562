-- As in Words: what came after it. ANALYZE copies frequent values and samples of a column into pg_statistic; with 0 it leaves the column alone.
ALTER TABLE card_meanings
  ALTER COLUMN point SET STATISTICS 0;
ALTER TABLE card_passages
  ALTER COLUMN provenance_place SET STATISTICS 0,
  ALTER COLUMN provenance_quote SET STATISTICS 0;
ALTER TABLE field_quotes
  ALTER COLUMN words SET STATISTICS 0;
ALTER TABLE gaps
  ALTER COLUMN question SET STATISTICS 0,
  ALTER COLUMN reply SET STATISTICS 0;
ALTER TABLE interview_answers
  ALTER COLUMN parts SET STATISTICS 0,
  ALTER COLUMN suggested SET STATISTICS 0;
ALTER TABLE invitations
  ALTER COLUMN note SET STATISTICS 0;
ALTER TABLE mailbox_readings
  ALTER COLUMN file_name SET STATISTICS 0,
  ALTER COLUMN me SET STATISTICS 0;
ALTER TABLE replays
  ALTER COLUMN waiver SET STATISTICS 0;
