-- One row, which is another with every transaction that changes teams, whoever makes it: who keeps the tree of teams in memory sees by it that there is another. By chance and not counted, so that a store that was put back does not come
-- upon the same one again. Its row is what two changes wait for each other at: a stamp is of all that was committed before. Once in a transaction: a sheet of thousands of teams would leave as many versions of the row, and each
-- statement would look through them.
CREATE TABLE team_stamp (stamp varchar(100) NOT NULL);

INSERT INTO team_stamp VALUES (gen_random_uuid()::text);

CREATE FUNCTION stamp_of_teams() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE team_stamp SET stamp = pg_current_xact_id() || ' ' || gen_random_uuid() WHERE stamp NOT LIKE pg_current_xact_id() || ' %';
  RETURN NULL;
END $$;

CREATE TRIGGER stamp_of_teams AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON teams FOR EACH STATEMENT EXECUTE FUNCTION stamp_of_teams();
