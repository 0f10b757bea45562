-- One row, which is another with every team that is changed, whoever does it: who keeps the tree of teams in memory sees by it that there is another. By chance and not counted, so that a file that was put back does not come upon the
-- same one again.
CREATE TABLE team_stamp (stamp TEXT NOT NULL);

INSERT INTO team_stamp VALUES (hex(randomblob(16)));

CREATE TRIGGER stamp_of_new_team AFTER INSERT ON teams
BEGIN
  UPDATE team_stamp SET stamp = hex(randomblob(16));
END;

CREATE TRIGGER stamp_of_changed_team AFTER UPDATE ON teams
BEGIN
  UPDATE team_stamp SET stamp = hex(randomblob(16));
END;

CREATE TRIGGER stamp_of_old_team AFTER DELETE ON teams
BEGIN
  UPDATE team_stamp SET stamp = hex(randomblob(16));
END;
