-- What the database itself holds against whoever writes past the application: ledger entries, checkpoints and deployment records are put at the end
-- and never changed, and a stream or a key never goes. The one change allowed is erasure: payload and salt are taken away from entries that a later
-- Erased entry covers.

CREATE TRIGGER ledger_entries_append BEFORE INSERT ON ledger_entries
WHEN NEW.sequence <> 1 + COALESCE((SELECT MAX(sequence) FROM ledger_entries WHERE stream_id = NEW.stream_id), 0)
BEGIN SELECT RAISE(ABORT, 'ledger_entries: only the next entry may be added'); END;

CREATE TRIGGER ledger_entries_update BEFORE UPDATE ON ledger_entries
WHEN NOT (NEW.payload IS NULL AND NEW.salt IS NULL
  AND NEW.stream_id IS OLD.stream_id AND NEW.sequence IS OLD.sequence AND NEW.type IS OLD.type AND NEW.at IS OLD.at
  AND NEW.actor IS OLD.actor AND NEW.payload_digest IS OLD.payload_digest AND NEW.previous_hash IS OLD.previous_hash AND NEW.hash IS OLD.hash
  AND EXISTS (SELECT 1 FROM ledger_entries later WHERE later.stream_id = OLD.stream_id AND later.type = 'Erased' AND later.sequence > OLD.sequence))
BEGIN SELECT RAISE(ABORT, 'ledger_entries is append-only'); END;

CREATE TRIGGER ledger_entries_delete BEFORE DELETE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'ledger_entries is append-only'); END;

CREATE TRIGGER ledger_checkpoints_append BEFORE INSERT ON ledger_checkpoints
WHEN NEW.number <> 1 + COALESCE((SELECT MAX(number) FROM ledger_checkpoints), 0)
BEGIN SELECT RAISE(ABORT, 'ledger_checkpoints: only the next checkpoint may be added'); END;

CREATE TRIGGER ledger_checkpoints_update BEFORE UPDATE ON ledger_checkpoints BEGIN SELECT RAISE(ABORT, 'ledger_checkpoints is append-only'); END;

CREATE TRIGGER ledger_checkpoints_delete BEFORE DELETE ON ledger_checkpoints BEGIN SELECT RAISE(ABORT, 'ledger_checkpoints is append-only'); END;

CREATE TRIGGER consent_streams_delete BEFORE DELETE ON consent_streams BEGIN SELECT RAISE(ABORT, 'consent_streams are never deleted'); END;

CREATE TRIGGER deployment_records_update BEFORE UPDATE ON deployment_records BEGIN SELECT RAISE(ABORT, 'deployment_records is append-only'); END;

CREATE TRIGGER deployment_records_delete BEFORE DELETE ON deployment_records BEGIN SELECT RAISE(ABORT, 'deployment_records is append-only'); END;

CREATE TRIGGER signing_keys_delete BEFORE DELETE ON signing_keys BEGIN SELECT RAISE(ABORT, 'signing_keys are never deleted'); END;

CREATE TRIGGER notices_update BEFORE UPDATE ON notices BEGIN SELECT RAISE(ABORT, 'notices is append-only'); END;

CREATE TRIGGER notices_delete BEFORE DELETE ON notices BEGIN SELECT RAISE(ABORT, 'notices is append-only'); END;
