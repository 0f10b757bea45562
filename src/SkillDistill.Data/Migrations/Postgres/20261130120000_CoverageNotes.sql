-- What the kept cells of coverage do not know yet is written down by the database itself, with whatever changes it: statements past the model are caught as well, and a change that does not come about leaves nothing.

CREATE FUNCTION coverage_of_level() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.person_id, NEW.skill_id, NEW.level) = (OLD.person_id, OLD.skill_id, OLD.level) THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO coverage_due (person_id, skill_id, is_of_branch) VALUES (OLD.person_id, OLD.skill_id, false);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO coverage_due (person_id, skill_id, is_of_branch) VALUES (NEW.person_id, NEW.skill_id, false);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER coverage_of_level AFTER INSERT OR UPDATE OR DELETE ON proficiencies FOR EACH ROW EXECUTE FUNCTION coverage_of_level();

CREATE FUNCTION coverage_of_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    INSERT INTO coverage_due (person_id, is_of_branch) VALUES (OLD.subject_id, false);
    RETURN NULL;
  END IF;
  INSERT INTO coverage_due (person_id, is_of_branch) VALUES (NEW.subject_id, false);
  IF NEW.ends_at IS NOT NULL THEN
    INSERT INTO coverage_due (person_id, due_at, is_of_branch) VALUES (NEW.subject_id, NEW.ends_at, false);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER coverage_of_new_consent AFTER INSERT OR UPDATE ON consents FOR EACH ROW
  WHEN (NEW.purpose IN ('HoldProfile', 'CountInCoverage', 'ShowNamedCoverage')) EXECUTE FUNCTION coverage_of_consent();
CREATE TRIGGER coverage_of_old_consent AFTER DELETE ON consents FOR EACH ROW
  WHEN (OLD.purpose IN ('HoldProfile', 'CountInCoverage', 'ShowNamedCoverage')) EXECUTE FUNCTION coverage_of_consent();

CREATE FUNCTION coverage_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.team_id, NEW.deactivated_at) IS NOT DISTINCT FROM (OLD.team_id, OLD.deactivated_at) THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' AND OLD.team_id IS NOT NULL THEN
    INSERT INTO coverage_due (team_id, is_of_branch) VALUES (OLD.team_id, false);
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.team_id IS NOT NULL THEN
    INSERT INTO coverage_due (team_id, is_of_branch) VALUES (NEW.team_id, false);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER coverage_of_person AFTER INSERT OR UPDATE OR DELETE ON people FOR EACH ROW EXECUTE FUNCTION coverage_of_person();

-- Another way up brings other targets to all that is below; a team that is removed keeps its row.
CREATE FUNCTION coverage_of_team() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.parent_id IS NOT DISTINCT FROM OLD.parent_id AND NEW.removed_at IS NOT DISTINCT FROM OLD.removed_at THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' AND OLD.parent_id IS NOT NULL THEN
    INSERT INTO coverage_due (team_id, is_of_branch) VALUES (OLD.parent_id, false);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO coverage_due (team_id, is_of_branch) VALUES (NEW.id, true);
    IF NEW.parent_id IS NOT NULL THEN
      INSERT INTO coverage_due (team_id, is_of_branch) VALUES (NEW.parent_id, false);
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER coverage_of_team AFTER INSERT OR UPDATE OR DELETE ON teams FOR EACH ROW EXECUTE FUNCTION coverage_of_team();

CREATE FUNCTION coverage_of_target() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO coverage_due (team_id, skill_id, is_of_branch) VALUES (OLD.team_id, OLD.skill_id, true);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO coverage_due (team_id, skill_id, is_of_branch) VALUES (NEW.team_id, NEW.skill_id, true);
    IF NEW.due_on IS NOT NULL THEN
      INSERT INTO coverage_due (team_id, skill_id, due_on, is_of_branch) VALUES (NEW.team_id, NEW.skill_id, NEW.due_on, true);
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER coverage_of_target AFTER INSERT OR UPDATE OR DELETE ON targets FOR EACH ROW EXECUTE FUNCTION coverage_of_target();

CREATE FUNCTION coverage_of_skill() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO coverage_due (skill_id, is_of_branch) VALUES (NEW.id, true);
  RETURN NULL;
END $$;

CREATE TRIGGER coverage_of_skill AFTER UPDATE ON skills FOR EACH ROW WHEN (NEW.retired_at IS DISTINCT FROM OLD.retired_at) EXECUTE FUNCTION coverage_of_skill();

-- Everything is due once, at the first start; and what ends by the clock or begins on a day, then.
INSERT INTO coverage_due (is_of_branch) VALUES (true);
INSERT INTO coverage_due (person_id, due_at, is_of_branch) SELECT subject_id, ends_at, false FROM consents WHERE ends_at IS NOT NULL AND purpose IN ('HoldProfile', 'CountInCoverage', 'ShowNamedCoverage');
INSERT INTO coverage_due (team_id, skill_id, due_on, is_of_branch) SELECT team_id, skill_id, due_on, true FROM targets WHERE due_on IS NOT NULL;
