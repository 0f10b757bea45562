-- What the database itself holds against whoever writes past the application: ledger entries, checkpoints and deployment records are put at the end
-- and never changed, and a stream or a key never goes. The one change allowed is erasure: payload and salt are taken away from entries that a later
-- Erased entry covers.

CREATE FUNCTION ledger_append() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sequence <> 1 + COALESCE((SELECT MAX(sequence) FROM ledger_entries WHERE stream_id = NEW.stream_id), 0) THEN
    RAISE EXCEPTION 'ledger_entries: only the next entry may be added';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION ledger_erase_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.payload IS NULL AND NEW.salt IS NULL
    AND (NEW.stream_id, NEW.sequence, NEW.type, NEW.at, NEW.actor, NEW.payload_digest, NEW.previous_hash, NEW.hash)
      IS NOT DISTINCT FROM (OLD.stream_id, OLD.sequence, OLD.type, OLD.at, OLD.actor, OLD.payload_digest, OLD.previous_hash, OLD.hash)
    AND EXISTS (SELECT 1 FROM ledger_entries later WHERE later.stream_id = OLD.stream_id AND later.type = 'Erased' AND later.sequence > OLD.sequence) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'ledger_entries is append-only';
END $$;

CREATE FUNCTION ledger_checkpoint_append() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> 1 + COALESCE((SELECT MAX(number) FROM ledger_checkpoints), 0) THEN
    RAISE EXCEPTION 'ledger_checkpoints: only the next checkpoint may be added';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;

CREATE TRIGGER ledger_entries_append BEFORE INSERT ON ledger_entries FOR EACH ROW EXECUTE FUNCTION ledger_append();

CREATE TRIGGER ledger_entries_update BEFORE UPDATE ON ledger_entries FOR EACH ROW EXECUTE FUNCTION ledger_erase_only();

CREATE TRIGGER ledger_entries_delete BEFORE DELETE ON ledger_entries FOR EACH ROW EXECUTE FUNCTION ledger_refuse();

CREATE TRIGGER ledger_entries_truncate BEFORE TRUNCATE ON ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();

CREATE TRIGGER ledger_checkpoints_append BEFORE INSERT ON ledger_checkpoints FOR EACH ROW EXECUTE FUNCTION ledger_checkpoint_append();

CREATE TRIGGER ledger_checkpoints_update BEFORE UPDATE ON ledger_checkpoints FOR EACH ROW EXECUTE FUNCTION ledger_refuse();

CREATE TRIGGER ledger_checkpoints_delete BEFORE DELETE ON ledger_checkpoints FOR EACH ROW EXECUTE FUNCTION ledger_refuse();

CREATE TRIGGER ledger_checkpoints_truncate BEFORE TRUNCATE ON ledger_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();

CREATE TRIGGER consent_streams_delete BEFORE DELETE ON consent_streams FOR EACH ROW EXECUTE FUNCTION ledger_refuse();

CREATE TRIGGER consent_streams_truncate BEFORE TRUNCATE ON consent_streams FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();

CREATE TRIGGER deployment_records_update BEFORE UPDATE OR DELETE ON deployment_records FOR EACH ROW EXECUTE FUNCTION ledger_refuse();

CREATE TRIGGER deployment_records_truncate BEFORE TRUNCATE ON deployment_records FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();

CREATE TRIGGER signing_keys_delete BEFORE DELETE ON signing_keys FOR EACH ROW EXECUTE FUNCTION ledger_refuse();

CREATE TRIGGER signing_keys_truncate BEFORE TRUNCATE ON signing_keys FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();

CREATE TRIGGER notices_update BEFORE UPDATE OR DELETE ON notices FOR EACH ROW EXECUTE FUNCTION ledger_refuse();

CREATE TRIGGER notices_truncate BEFORE TRUNCATE ON notices FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
