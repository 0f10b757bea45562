-- What the kept cells of coverage do not know yet is written down by the database itself, with whatever changes it: statements past the model are caught as well, and a change that does not come about leaves nothing.

CREATE TRIGGER coverage_of_new_level AFTER INSERT ON proficiencies
BEGIN
  INSERT INTO coverage_due (person_id, skill_id, is_of_branch) VALUES (NEW.person_id, NEW.skill_id, 0);
END;

CREATE TRIGGER coverage_of_changed_level AFTER UPDATE ON proficiencies WHEN NEW.skill_id <> OLD.skill_id OR NEW.level <> OLD.level OR NEW.person_id <> OLD.person_id
BEGIN
  INSERT INTO coverage_due (person_id, skill_id, is_of_branch) VALUES (OLD.person_id, OLD.skill_id, 0);
  INSERT INTO coverage_due (person_id, skill_id, is_of_branch) VALUES (NEW.person_id, NEW.skill_id, 0);
END;

CREATE TRIGGER coverage_of_old_level AFTER DELETE ON proficiencies
BEGIN
  INSERT INTO coverage_due (person_id, skill_id, is_of_branch) VALUES (OLD.person_id, OLD.skill_id, 0);
END;

CREATE TRIGGER coverage_of_new_consent AFTER INSERT ON consents WHEN NEW.purpose IN ('HoldProfile', 'CountInCoverage', 'ShowNamedCoverage')
BEGIN
  INSERT INTO coverage_due (person_id, is_of_branch) VALUES (NEW.subject_id, 0);
  INSERT INTO coverage_due (person_id, due_at, is_of_branch) SELECT NEW.subject_id, NEW.ends_at, 0 WHERE NEW.ends_at IS NOT NULL;
END;

CREATE TRIGGER coverage_of_changed_consent AFTER UPDATE ON consents WHEN NEW.purpose IN ('HoldProfile', 'CountInCoverage', 'ShowNamedCoverage')
BEGIN
  INSERT INTO coverage_due (person_id, is_of_branch) VALUES (NEW.subject_id, 0);
  INSERT INTO coverage_due (person_id, due_at, is_of_branch) SELECT NEW.subject_id, NEW.ends_at, 0 WHERE NEW.ends_at IS NOT NULL;
END;

CREATE TRIGGER coverage_of_old_consent AFTER DELETE ON consents WHEN OLD.purpose IN ('HoldProfile', 'CountInCoverage', 'ShowNamedCoverage')
BEGIN
  INSERT INTO coverage_due (person_id, is_of_branch) VALUES (OLD.subject_id, 0);
END;

CREATE TRIGGER coverage_of_new_person AFTER INSERT ON people
BEGIN
  INSERT INTO coverage_due (team_id, is_of_branch) SELECT NEW.team_id, 0 WHERE NEW.team_id IS NOT NULL;
END;

CREATE TRIGGER coverage_of_changed_person AFTER UPDATE ON people WHEN NEW.team_id IS NOT OLD.team_id OR NEW.deactivated_at IS NOT OLD.deactivated_at
BEGIN
  INSERT INTO coverage_due (team_id, is_of_branch) SELECT OLD.team_id, 0 WHERE OLD.team_id IS NOT NULL;
  INSERT INTO coverage_due (team_id, is_of_branch) SELECT NEW.team_id, 0 WHERE NEW.team_id IS NOT NULL;
END;

CREATE TRIGGER coverage_of_old_person AFTER DELETE ON people
BEGIN
  INSERT INTO coverage_due (team_id, is_of_branch) SELECT OLD.team_id, 0 WHERE OLD.team_id IS NOT NULL;
END;

-- Another way up brings other targets to all that is below; a team that is removed keeps its row.
CREATE TRIGGER coverage_of_new_team AFTER INSERT ON teams
BEGIN
  INSERT INTO coverage_due (team_id, is_of_branch) VALUES (NEW.id, 1);
  INSERT INTO coverage_due (team_id, is_of_branch) SELECT NEW.parent_id, 0 WHERE NEW.parent_id IS NOT NULL;
END;

CREATE TRIGGER coverage_of_changed_team AFTER UPDATE ON teams WHEN NEW.parent_id IS NOT OLD.parent_id OR NEW.removed_at IS NOT OLD.removed_at
BEGIN
  INSERT INTO coverage_due (team_id, is_of_branch) SELECT OLD.parent_id, 0 WHERE OLD.parent_id IS NOT NULL;
  INSERT INTO coverage_due (team_id, is_of_branch) VALUES (NEW.id, 1);
  INSERT INTO coverage_due (team_id, is_of_branch) SELECT NEW.parent_id, 0 WHERE NEW.parent_id IS NOT NULL;
END;

CREATE TRIGGER coverage_of_old_team AFTER DELETE ON teams
BEGIN
  INSERT INTO coverage_due (team_id, is_of_branch) SELECT OLD.parent_id, 0 WHERE OLD.parent_id IS NOT NULL;
END;

CREATE TRIGGER coverage_of_new_target AFTER INSERT ON targets
BEGIN
  INSERT INTO coverage_due (team_id, skill_id, is_of_branch) VALUES (NEW.team_id, NEW.skill_id, 1);
  INSERT INTO coverage_due (team_id, skill_id, due_on, is_of_branch) SELECT NEW.team_id, NEW.skill_id, NEW.due_on, 1 WHERE NEW.due_on IS NOT NULL;
END;

CREATE TRIGGER coverage_of_changed_target AFTER UPDATE ON targets
BEGIN
  INSERT INTO coverage_due (team_id, skill_id, is_of_branch) VALUES (OLD.team_id, OLD.skill_id, 1);
  INSERT INTO coverage_due (team_id, skill_id, is_of_branch) VALUES (NEW.team_id, NEW.skill_id, 1);
  INSERT INTO coverage_due (team_id, skill_id, due_on, is_of_branch) SELECT NEW.team_id, NEW.skill_id, NEW.due_on, 1 WHERE NEW.due_on IS NOT NULL;
END;

CREATE TRIGGER coverage_of_old_target AFTER DELETE ON targets
BEGIN
  INSERT INTO coverage_due (team_id, skill_id, is_of_branch) VALUES (OLD.team_id, OLD.skill_id, 1);
END;

CREATE TRIGGER coverage_of_skill AFTER UPDATE ON skills WHEN NEW.retired_at IS NOT OLD.retired_at
BEGIN
  INSERT INTO coverage_due (skill_id, is_of_branch) VALUES (NEW.id, 1);
END;

-- Everything is due once, at the first start; and what ends by the clock or begins on a day, then.
INSERT INTO coverage_due (is_of_branch) VALUES (1);
INSERT INTO coverage_due (person_id, due_at, is_of_branch) SELECT subject_id, ends_at, 0 FROM consents WHERE ends_at IS NOT NULL AND purpose IN ('HoldProfile', 'CountInCoverage', 'ShowNamedCoverage');
INSERT INTO coverage_due (team_id, skill_id, due_on, is_of_branch) SELECT team_id, skill_id, due_on, 1 FROM targets WHERE due_on IS NOT NULL;
