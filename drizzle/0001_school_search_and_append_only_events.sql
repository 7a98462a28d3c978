CREATE VIRTUAL TABLE school_search USING fts5(
  words, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 2'
);
--> statement-breakpoint
CREATE VIRTUAL TABLE school_search_words USING fts5vocab('school_search', 'row');
--> statement-breakpoint
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN
  SELECT RAISE(ABORT, 'events are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
WHEN NOT (
  NEW.payload IS NULL AND NEW.payload_salt IS NULL
  AND NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.area_id IS OLD.area_id AND NEW.actor = OLD.actor
  AND NEW.on_behalf_of IS OLD.on_behalf_of AND NEW.entity = OLD.entity AND NEW.entity_id = OLD.entity_id
  AND NEW.entity_version = OLD.entity_version AND NEW.kind = OLD.kind AND NEW.request_id = OLD.request_id
  AND NEW.payload_hash = OLD.payload_hash AND NEW.previous_hash = OLD.previous_hash AND NEW.hash = OLD.hash
)
BEGIN
  SELECT RAISE(ABORT, 'events are never changed: a payload may be erased, nothing else');
END;
