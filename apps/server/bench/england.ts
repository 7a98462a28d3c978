import { createAuth } from "@alongside/auth";
import type { Database } from "@alongside/db";
import { recordGrant, recordPerson } from "@alongside/db/stores/identity";
import { addDays, instantOf } from "@alongside/domain/calendar";
import {
  commandLine,
  toId,
  type Actor,
  type AreaId,
  type PersonId,
} from "@alongside/domain/identity";
import { isLaCode, londonDate, type IsoDate } from "@alongside/domain/school";
import { createArea } from "@alongside/usecases/area";
import type { Context } from "@alongside/usecases/context";
import { newId, type Product } from "../src/open.ts";

/** How much of an invented country is written; every figure is for one area. */
export type Size = {
  readonly areas: number;
  readonly schools: number;
  readonly leaders: number;
  readonly needs: number;
};

/** A hundred schools, and England: 22,000 schools, 15,000 leaders and 25,000 needs in 153 areas. */
export const oneArea: Size = { areas: 1, schools: 100, leaders: 98, needs: 164 };
export const england: Size = { areas: 153, schools: 144, leaders: 98, needs: 164 };

/** The same numbers for the same seed, from 0 to 1 (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

type Cell = string | number | null;
type Rows = readonly (readonly Cell[])[];

const columnsOf = {
  zones: "id, area_id, name, phase_group",
  terms: "id, area_id, academic_year, season, starts_on, half_on, ends_on",
  schools:
    "urn, la_code, la_name, name, status, phase, setting, easting, northing, pupils, percentage_fsm, religious_character",
  zone_memberships: "id, area_id, zone_id, phase_group, urn, from_on",
  people: "id, name, email, created_at",
  leaders: "area_id, person_id, kind, home_urn, created_at",
  designations: "id, area_id, person_id, type, awarding_body, from_on, to_on, evidence, status",
  capacity_lines:
    "id, area_id, person_id, term_id, home_urn, state, supply, confirmed_on, good_until, changed_at",
  ledger_entries:
    "line_id, at, movement, from_account, to_account, half_days, window, early_change, late_change, actor, request_id",
  needs:
    "id, area_id, urn, number, need, state, is_urgent, band, primary_area, submitted_at, due_at, coordinator_id, begun_by, is_begun_on_behalf, created_at, changed_at",
} as const;
type TableName = keyof typeof columnsOf;

const write = async (database: Database, table: TableName, rows: Rows): Promise<void> => {
  const columns = columnsOf[table];
  const cells = columns.split(", ").map((_, at) => `v ->> ${at}`);
  await database.client.execute({
    sql: `INSERT INTO ${table} (${columns}) SELECT ${cells.join(", ")}
          FROM (SELECT value AS v FROM json_each(?) LIMIT -1 OFFSET 0)`,
    args: [JSON.stringify(rows)],
  });
};

const areasOfExpertise = [
  "maths",
  "writing",
  "phonics-and-early-reading",
  "attendance",
  "behaviour",
  "send",
  "assessment",
  "eal",
] as const;
const modes = ["coaching", "diagnostic", "review", "data-analysis"] as const;

type World = {
  readonly size: Size;
  readonly today: IsoDate;
  readonly now: string;
  readonly random: () => number;
};

/** The rows of one area: places first, for everything else points to them. */
const rowsOf = (world: World, area: number): ReadonlyMap<TableName, Rows> => {
  const { size, today, now, random } = world;
  const areaId = `area-${area}`;
  const some = <Value>(values: readonly Value[]): Value | undefined =>
    values[Math.floor(random() * values.length)];
  const one = <Value>(values: readonly Value[], other: Value): Value => some(values) ?? other;
  const list = <Value>(count: number, make: (index: number) => Value): readonly Value[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const urnOf = (index: number): number => 200_000 + area * 1_000 + index;
  const phaseOf = (index: number): string => (index % 6 === 0 ? "secondary" : "primary");
  const zoneOf = (index: number): string => `${areaId}-zone-${index % 5}`;
  const person = (index: number): string => `${areaId}-leader-${index}`;
  const spread = () => Math.floor(random() * 40_000);
  const supply = (index: number): string =>
    JSON.stringify({
      halfDays: 10 + Math.floor(random() * 20),
      earlyHalfDays: 30,
      lateHalfDays: 30,
      weekdays: [1, 2, 3],
      blackouts: [],
      areas: list(3, (at) => ({
        area: areasOfExpertise[(index + at * 3) % areasOfExpertise.length] ?? "maths",
        level: 1 + Math.floor(random() * 3),
        evidence: "Three schools in two years, with results that rose in each of them",
      })),
      phases: [phaseOf(index * 2 + 1), "all-through"],
      modes: [one(modes, "coaching"), "coaching"],
      zones: [zoneOf(index)],
      mostKm: 10 + Math.floor(random() * 30),
      mostSchools: 1 + Math.floor(random() * 3),
      release: null,
    });
  const states = ["submitted", "open", "open", "open", "agreed", "closed"] as const;
  const need = (index: number): readonly Cell[] => {
    const id = `${areaId}-need-${index}`;
    const state = one(states, "open");
    const primaryArea = one(areasOfExpertise, "maths");
    const band = 1 + Math.floor(random() * 4);
    const submittedAt = `${addDays(today, -Math.floor(random() * 300))}T09:00:00.000Z`;
    const ask = {
      school: urnOf(index % size.schools),
      framework: "report-card",
      focus: ["achievement"],
      why: "Results fell two years running, and two teachers who led the subject have left. ".repeat(
        4,
      ),
      wantedOutcome: "Nine in ten meet the standard. ".repeat(3),
      wantedBy: addDays(today, 200),
      primaryArea,
      otherAreas: ["assessment"].filter((code) => code !== primaryArea),
      halfDays: 4 + Math.floor(random() * 8),
      modes: ["coaching"],
      earliest: today,
      fundingSource: "zone-budget",
      urgent: false,
      sameTrustWelcome: false,
      preferred: [],
      avoided: [],
      sensitiveNote: "",
    };
    const shown = { state: "open", id, ask, submittedAt, question: null, band, bandReason: "x" };
    const whole =
      state === "submitted" || state === "open"
        ? { ...shown, state }
        : state === "agreed"
          ? { ...shown, state, deployment: "d", agreedAt: now }
          : { state, id, outcome: "unmet", note: "x", closedAt: now, reopensAs: shown };
    const due =
      state === "submitted"
        ? `${addDays(today, Math.floor(random() * 9) - 3)}T22:59:59.999Z`
        : null;
    return [
      ...[id, areaId, ask.school, index + 1, JSON.stringify(whole), state, 0],
      ...[state === "submitted" ? null : band, primaryArea, submittedAt, due, "officer"],
      ...["officer", 0, submittedAt, submittedAt],
    ];
  };
  const leaders = list(size.leaders, person);
  const [from, to] = [addDays(today, -30), addDays(today, 90)];
  return new Map<TableName, Rows>([
    ["zones", list(5, (index) => [zoneOf(index), areaId, `Zone ${index + 1}`, "all"])],
    ["terms", [[`${areaId}-term`, areaId, "2026-27", "autumn", from, addDays(today, 30), to]]],
    [
      "schools",
      list(size.schools, (index) => [
        ...[urnOf(index), String(201 + area), `Area ${area}`, `School ${urnOf(index)}`, "open"],
        ...[phaseOf(index), "mainstream", 400_000 + spread(), 300_000 + spread()],
        ...[100 + Math.floor(random() * 900), Math.floor(random() * 50), "None"],
      ]),
    ],
    [
      "zone_memberships",
      list(size.schools, (index) => [
        ...[`${areaId}-m-${index}`, areaId, zoneOf(index), "all", urnOf(index), "2020-09-01"],
      ]),
    ],
    ["people", leaders.map((id, at) => [id, `Leader ${area} ${at}`, `${id}@bench.example`, now])],
    ["leaders", leaders.map((id, at) => [areaId, id, "lle", urnOf((at * 3) % size.schools), now])],
    [
      "designations",
      leaders.map((id) => [
        `${id}-d`,
        areaId,
        id,
        "lle",
        "Zone",
        "2024-09-01",
        null,
        "x",
        "designated",
      ]),
    ],
    [
      "capacity_lines",
      leaders.map((id, at) => [
        ...[`${id}-line`, areaId, id, `${areaId}-term`, urnOf((at * 3) % size.schools), "firm"],
        ...[supply(at), from, to, now],
      ]),
    ],
    [
      "ledger_entries",
      leaders.map((id) => [
        ...[`${id}-line`, now, "publish", "leader", "published", 8 + Math.floor(random() * 20)],
        ...["any", 30, 30, "bench", "bench"],
      ]),
    ],
    ["needs", list(size.needs, need)],
  ]);
};

const officer = toId<PersonId>("officer");

/** The one who asks, in every area: a coordinator's view of the whole of it. */
export const officerOf = (areas: number): Actor => ({
  kind: "person",
  personId: officer,
  name: "Officer",
  grants: Array.from({ length: areas }, (_, area) => ({
    role: "officer" as const,
    areaId: toId<AreaId>(`area-${area}`),
  })),
});

/** Writes an invented country into a database that was just opened: the same one for the same size. */
export const inventCountry = async (
  { database, contextFor }: Product,
  size: Size,
): Promise<void> => {
  const ctx: Context = contextFor(commandLine);
  const today = londonDate(ctx.now());
  const world: World = { size, today, now: instantOf(ctx.now()), random: randomFrom(7) };
  await database.write((tx) =>
    recordPerson(tx, {
      id: officer,
      name: "Officer",
      email: "officer@bench.example",
      createdAt: world.now,
    }),
  );
  for (let area = 0; area < size.areas; area += 1) {
    const laCode = String(201 + area);
    if (!isLaCode(laCode)) throw new Error(`${laCode} is no code`);
    const id = toId<AreaId>(`area-${area}`);
    await createArea(ctx, { id, name: `Area ${area}`, slug: id, laCodes: [laCode] });
    for (const [table, rows] of rowsOf(world, area)) await write(database, table, rows);
    await database.write((tx) =>
      recordGrant(tx, {
        id: newId(),
        personId: officer,
        role: "officer",
        areaId: id,
        fromOn: today,
      }),
    );
  }
  await database.client.execute("ANALYZE");
};

/** The token of the officer's session. */
export const signIn = async (database: Database, secret: string): Promise<string> => {
  await database.client.execute(
    `INSERT INTO second_factors (person_id, sealed_secret, created_at, confirmed_at) VALUES ('officer', 'x', 'x', 'x')`,
  );
  const auth = createAuth({ database, now: Date.now, secret, oidc: undefined, idleFor: 3_600_000 });
  return (await auth.sessions.start({ personId: officer, secondFactorAt: Date.now() })).token;
};
