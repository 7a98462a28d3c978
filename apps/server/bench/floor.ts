// The least that can answer a list of needs: node:http, one SQLite file, statements prepared once, hand-written SQL. It knows no session, no
// right, no other question. (node:sqlite, because better-sqlite3 is not built for every machine that runs this.)
import { createServer } from "node:http";
import { DatabaseSync, type StatementSync } from "node:sqlite";

const database = new DatabaseSync(process.env["FLOOR_DATABASE"] ?? "", { readOnly: true });
const areaId = process.env["FLOOR_AREA"] ?? "";

const inQueue = `FROM needs n JOIN schools s ON s.urn = n.urn LEFT JOIN people p ON p.id = n.coordinator_id
  LEFT JOIN offers o ON o.need_id = n.id AND o.due_at IS NOT NULL WHERE n.area_id = ? AND n.state <> 'draft'`;

const orders: Readonly<Record<string, string>> = {
  due: "coalesce(n.due_at, o.due_at)",
  age: "n.submitted_at",
  band: "n.band",
  school: "s.name COLLATE NOCASE",
  reference: "n.number",
};

const lines = (order: string): StatementSync =>
  database.prepare(`SELECT n.id, n.urn, s.name AS school, s.phase, n.state, n.is_urgent AS isUrgent, n.band,
    n.primary_area AS primaryArea, n.submitted_at AS submittedAt, coalesce(n.due_at, o.due_at) AS dueAt, p.name AS coordinator,
    n.version, n.number, json_extract(n.need, '$.question') IS NOT NULL AS isQuestioned, o.id AS offerId, o.state AS offerState
    ${inQueue} ORDER BY ${order} IS NULL, ${order}, n.is_urgent DESC, n.submitted_at, n.id LIMIT ? OFFSET ?`);

const linesBy = new Map(Object.entries(orders).map(([sort, order]) => [sort, lines(order)]));
const counts = database.prepare(`SELECT n.state, count(*) AS count ${inQueue} GROUP BY n.state`);
const zones =
  database.prepare(`SELECT z.name FROM zone_memberships m JOIN zones z ON z.id = m.zone_id
  WHERE m.area_id = ? AND m.to_on IS NULL AND m.urn = ?`);
const watched = database.prepare(
  "SELECT 1 FROM need_watches WHERE person_id = 'reader' AND need_id = ?",
);

const day = 86_400_000;
const dayOf = (instant: string): number => Math.floor(Date.parse(instant) / day);
const steps: Readonly<Record<string, readonly [who: string, what: string]>> = {
  submitted: ["coordinator", "triage"],
  open: ["coordinator", "find-leader"],
  offered: ["leader", "answer-offer"],
  agreed: ["three-sides", "carry-out"],
  "on-hold": ["coordinator", "resume"],
  closed: ["nobody", "none"],
};

type Asked = { readonly sort: string; readonly offset: number; readonly limit: number };

const lineOf = (row: Record<string, unknown>, today: number) => {
  const { number, isQuestioned: _asked, offerId, offerState, ...line } = row;
  const [who, what] = steps[String(row["state"])] ?? [];
  const submittedAt = row["submittedAt"];
  const dueAt = row["dueAt"];
  return {
    ...line,
    isUrgent: row["isUrgent"] === 1,
    reference: `N-${String(number).padStart(4, "0")}`,
    zones: zones.all(areaId, Number(row["urn"])).map(({ name }) => name),
    next: { who, what, by: dueAt },
    offer: offerId === null ? null : { id: offerId, state: offerState },
    isWatched: watched.get(String(row["id"])) !== undefined,
    age: typeof submittedAt === "string" ? today - dayOf(submittedAt) : null,
    dueInDays: typeof dueAt === "string" ? dayOf(dueAt) - today : null,
  };
};

const listOf = ({ sort, offset, limit }: Asked) => {
  const today = dayOf(new Date().toISOString());
  const rows = linesBy.get(sort)?.all(areaId, limit, offset) ?? [];
  const states = counts.all(areaId);
  return {
    needs: rows.map((row) => lineOf(row, today)),
    total: states.reduce((sum, { count }) => sum + Number(count), 0),
    counts: Object.fromEntries(states.map(({ state, count }) => [state, count])),
  };
};

const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? "/", "http://floor");
  const asked: Readonly<Record<string, Asked>> = JSON.parse(searchParams.get("input") ?? "{}");
  const body = JSON.stringify(
    Object.values(asked).map((one) => ({ result: { data: listOf(one) } })),
  );
  response.setHeader("content-type", "application/json");
  response.end(body);
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  console.log(`The floor is at http://127.0.0.1:${port}`);
});
process.once("SIGTERM", () => process.exit(0));
