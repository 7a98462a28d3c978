CREATE TRIGGER ledger_entries_are_never_changed BEFORE UPDATE ON ledger_entries
BEGIN
  SELECT RAISE(ABORT, 'entries of the day ledger are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_are_never_deleted BEFORE DELETE ON ledger_entries
BEGIN
  SELECT RAISE(ABORT, 'entries of the day ledger are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_count AFTER INSERT ON ledger_entries
BEGIN
  INSERT INTO ledger_balances (line_id) VALUES (NEW.line_id) ON CONFLICT DO NOTHING;
  UPDATE ledger_balances SET
    leader = leader + ((NEW.to_account = 'leader') - (NEW.from_account = 'leader')) * NEW.half_days,
    published = published + ((NEW.to_account = 'published') - (NEW.from_account = 'published')) * NEW.half_days,
    held = held + ((NEW.to_account = 'held') - (NEW.from_account = 'held')) * NEW.half_days,
    committed = committed + ((NEW.to_account = 'committed') - (NEW.from_account = 'committed')) * NEW.half_days,
    booked = booked + ((NEW.to_account = 'booked') - (NEW.from_account = 'booked')) * NEW.half_days,
    delivered = delivered + ((NEW.to_account = 'delivered') - (NEW.from_account = 'delivered')) * NEW.half_days,
    released = released + ((NEW.to_account = 'released') - (NEW.from_account = 'released')) * NEW.half_days,
    early_most = early_most + NEW.early_change,
    late_most = late_most + NEW.late_change,
    early_taken = early_taken + (NEW.window = 'early') * NEW.half_days
      * ((NEW.to_account NOT IN ('leader', 'published')) - (NEW.from_account NOT IN ('leader', 'published'))),
    late_taken = late_taken + (NEW.window = 'late') * NEW.half_days
      * ((NEW.to_account NOT IN ('leader', 'published')) - (NEW.from_account NOT IN ('leader', 'published')))
  WHERE line_id = NEW.line_id;
END;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_hold AFTER INSERT ON ledger_entries
WHEN NEW.offer_id IS NOT NULL AND (NEW.from_account = 'held' OR NEW.to_account = 'held')
BEGIN
  INSERT INTO ledger_holds (line_id, offer_id, half_days, window, until)
  VALUES (NEW.line_id, NEW.offer_id, 0, NEW.window, NEW.until) ON CONFLICT DO NOTHING;
  UPDATE ledger_holds SET
    half_days = half_days + ((NEW.to_account = 'held') - (NEW.from_account = 'held')) * NEW.half_days,
    until = coalesce(NEW.until, until)
  WHERE line_id = NEW.line_id AND offer_id = NEW.offer_id;
  DELETE FROM ledger_holds WHERE line_id = NEW.line_id AND offer_id = NEW.offer_id AND half_days = 0;
END;
