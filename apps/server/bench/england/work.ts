import type { Database } from "@alongside/db";
import { addDays } from "@alongside/domain/calendar";
import { areaIdOf, termDates } from "./place.ts";
import type { World } from "./world.ts";

/** One offer that became work for each agreed need, by one of the area's leaders. */
const offers = `
  INSERT INTO offers (id, area_id, need_id, line_id, person_id, home_urn, urn, offer, state, due_at, note, override_reason, made_by, created_at, changed_at, version)
  SELECT 'offer-' || n.id, n.area_id, n.id, l.id, l.person_id, l.home_urn, n.urn,
    json_object('id', 'offer-' || n.id, 'need', n.id, 'line', l.id, 'leader', l.person_id, 'halfDays', 30, 'window', 'any',
      'urgent', json('false'), 'state', 'confirmed', 'sentAt', :now, 'acceptedAt', :now, 'releasedAt', :now, 'confirmedAt', :now),
    'confirmed', NULL, '', '', 'officer', :now, :now, 5
  FROM needs n JOIN capacity_lines l ON l.id = n.area_id || '-leader-' || (n.number % CAST(:leaders AS INTEGER)) || '-line'
  WHERE n.area_id = :area AND n.state = 'agreed'`;

const terms = `json_object('objectives', json('[]'), 'halfDays', 30, 'from', :from, 'to', :to, 'pattern', 'A day a fortnight',
  'roles', 'The leader works beside the subject leader', 'confidentiality', 'The school, the leader and the coordinator read the notes',
  'funding', json('[{"source":"local-authority","halfDays":30,"pencePerDay":45000,"brokerageShare":15}]'), 'exitStrategy', 'The subject leader takes over')`;

const deployments = `
  INSERT INTO deployments (id, area_id, need_id, offer_id, line_id, person_id, home_urn, urn, deployment, state, is_amending, due_at,
    half_days, from_on, to_on, made_by, created_at, changed_at, version)
  SELECT 'work-' || o.need_id, o.area_id, o.need_id, o.id, o.line_id, o.person_id, o.home_urn, o.urn,
    json_object('state', 'active', 'id', 'work-' || o.need_id, 'need', o.need_id, 'offer', o.id, 'leader', o.person_id,
      'agreement', json_object('number', 1, 'hash', hex(zeroblob(32)), 'terms', ${terms}, 'signatures', json('[]')),
      'past', json('[]'), 'amendment', NULL, 'lastNumber', 1),
    'active', 0, NULL, 30, :from, :to, 'officer', :now, :now, 5
  FROM offers o WHERE o.area_id = :area`;

const seen =
  "Phonics in Reception and Year 1, the lowest twenty per cent reading aloud, and the tracking grid. ";

/** Visits with their notes, as many for each piece of work as the area has in all. */
const visits = `
  INSERT INTO visits (id, area_id, deployment_id, line_id, person_id, urn, visit, state, date, starts_at, half_days, note_due, created_at, changed_at, version)
  WITH RECURSIVE turn (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM turn WHERE n + 1 < :visits),
    work AS (SELECT *, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS works FROM deployments WHERE area_id = :area)
  SELECT 'visit-' || w.id || '-' || t.n, w.area_id, w.id, w.line_id, w.person_id, w.urn,
    json_object('state', 'agreed-accurate', 'id', 'visit-' || w.id || '-' || t.n, 'date', date(:from, '+' || (t.n % 100) || ' days'),
      'halfDays', 1, 'deployment', w.id, 'doneAt', :now, 'noteDue', :now,
      'note', json_object('met', json('["Headteacher","Subject leader"]'), 'seen', :seen, 'progress', json('[]'),
        'actions', json('[]'), 'nextVisit', NULL), 'notedAt', :now, 'agreedAt', :now),
    'agreed-accurate', date(:from, '+' || (t.n % 100) || ' days'), '09:30', 1, NULL, :now, :now, 4
  FROM turn t JOIN work w ON t.n % w.works = w.place`;

/** Writes the work of one area: what was offered and agreed, and so many visits with their notes. */
const inventWorkOf = async (
  { client }: Database,
  world: World,
  given: { readonly area: number; readonly visits: number },
): Promise<void> => {
  const { from, to } = termDates(world);
  const { now, size, today } = world;
  const named = {
    area: areaIdOf(given.area),
    now,
    from,
    to: to > today ? to : addDays(today, 30),
    leaders: size.leaders,
    visits: given.visits,
    seen: seen.repeat(6),
  };
  for (const sql of [offers, deployments, visits]) {
    const used = Object.entries(named).filter(([name]) => sql.includes(`:${name}`));
    await client.execute({ sql, args: Object.fromEntries(used) });
  }
};

/** Writes what happened in an invented country: it is written once, after the country. Answers how many visits there are. */
export const inventWork = async (
  database: Database,
  world: World,
  visitsAnArea: number,
): Promise<number> => {
  for (let area = 0; area < world.size.areas; area += 1)
    await inventWorkOf(database, world, { area, visits: visitsAnArea });
  await database.client.execute("ANALYZE");
  const { rows } = await database.client.execute("SELECT count(*) FROM visits");
  return Number(rows[0]?.[0]);
};
