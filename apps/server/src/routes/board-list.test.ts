import { parse } from "csv-parse/sync";
import { demonstration, factsAt } from "@alongside/demonstration";
import { loadDemonstration } from "@alongside/demonstration/load";
import { findArea, listAreas, type Area } from "@alongside/db/views/area";
import { listTerms } from "@alongside/db/views/partnership";
import { figureIds, figuresOf, figureWords, partWord, shownOf } from "@alongside/domain/board";
import {
  commandLine,
  toId,
  type Actor,
  type PersonId,
  type Role,
  type ZoneId,
} from "@alongside/domain/identity";
import { getBoard, getBoardRecords } from "@alongside/usecases/board";
import { dateOf, instantOf } from "@alongside/domain/calendar";
import { toMeetingId } from "@alongside/domain/meeting";
import type { Context } from "@alongside/usecases/context";
import { getPack } from "@alongside/usecases/meeting";
import { freshDatabase, type TestDatabase } from "@alongside/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../open.ts";
import { toCsv } from "../table/table.ts";
import { boardRows, shownValue } from "./board-list.ts";

let database: TestDatabase;
let area: Area;

const contextOf = (actor: Actor): Context => ({
  actor,
  requestId: newId(),
  now: () => Date.parse("2026-11-22T12:00:00Z"),
  newId,
  read: database.read,
  write: database.write,
});

const as = (role: Role, zoneId?: ZoneId): Context =>
  contextOf({
    kind: "person",
    personId: toId<PersonId>("somebody"),
    name: "Somebody",
    grants: [{ role, areaId: area.id, ...(zoneId === undefined ? {} : { zoneId }) }],
  });

const refusalOf = async (work: () => Promise<unknown>) =>
  work().then(
    () => "accepted",
    (error: { readonly refusal?: { readonly kind: string } }) => error.refusal?.kind,
  );

beforeAll(async () => {
  database = await freshDatabase();
  await loadDemonstration(contextOf(commandLine));
  const [first] = await listAreas(database.read);
  const found = first && (await findArea(database.read, first.id));
  if (found === undefined) throw new Error("the demonstration has no area");
  area = found;
}, 120_000);
afterAll(() => database.drop());

describe("the board's figures", () => {
  it.each([...figureIds])(
    "%s is the same on its page, in its file and in its records",
    async (id) => {
      const officer = as("officer");
      const { figures, zones, areas, terms } = await getBoard(officer, area, {});
      const figure = figures.find((each) => each.id === id);
      if (figure === undefined) throw new Error(`${id} is not there`);
      const word = (part: string) => partWord(part, { zones, areas, terms });
      const rows: Record<string, string>[] = parse(
        toCsv(await boardRows(officer, area, { figure: id })),
        {
          columns: true,
          bom: true,
        },
      );
      expect(rows.map((row) => row[figureWords[id].of])).toEqual(figure.rows.map(word));
      let drilled = 0;
      for (const [at, row] of figure.rows.entries())
        for (const [place, column] of figure.columns.entries()) {
          const cell = figure.cells[at]?.[place];
          const value = shownValue(cell?.value ?? null, figure.units[place]);
          expect(rows[at]?.[word(column)]).toBe(value === null ? "" : String(value));
          if (cell === undefined || cell.records === 0) continue;
          drilled += 1;
          if (drilled > 4) continue;
          const behind = await getBoardRecords(officer, area, { figure: id, row, column });
          expect(behind).toMatchObject({ value: cell.value, elsewhere: 0 });
          expect(behind.rows).toHaveLength(cell.records);
        }
      expect(drilled).toBeGreaterThan(0);
    },
  );

  it("name to a coordinator the records of the own zone and count the others", async () => {
    const [zone] = (await getBoard(as("officer"), area, {})).zones;
    const place = { figure: "needs-by-stage", row: "all", column: "all" } as const;
    const whole = await getBoardRecords(as("officer"), area, place);
    const own = await getBoardRecords(as("zone-coordinator", zone?.id), area, place);
    expect(own.rows.length).toBeGreaterThan(0);
    expect(own.rows.length).toBeLessThan(whole.rows.length);
    expect(own.elsewhere).toBe(whole.rows.length - own.rows.length);
  });

  it("show the board no count from 1 to 5, no record, and no finer view", async () => {
    const member = as("board-member");
    const seen = await getBoard(member, area, {});
    const exact = await getBoard(as("officer"), area, {});
    expect(seen.isExact).toBe(false);
    expect(
      seen.figures.flatMap(({ cells }) => cells.flat()).every(({ records }) => records === 0),
    ).toBe(true);
    const counts = seen.figures.filter(
      ({ units, id }) => units[0] === "count" && id !== "objectives",
    );
    const values = counts.flatMap(({ cells }) => cells.flat().map(({ value }) => value ?? 0));
    expect(values.filter((value) => value >= 1 && value <= 5)).toEqual([]);
    expect(values.filter((value) => value > 5).length).toBeGreaterThan(5);
    const [zone] = exact.zones;
    const finer = await getBoard(member, area, { zone: zone?.id, group: "primary" });
    expect(finer.figures).toEqual(seen.figures);
    const place = { figure: "needs-by-stage", row: "all", column: "all" } as const;
    expect(await refusalOf(() => getBoardRecords(member, area, place))).toBe("not-found");
    expect(toCsv(await boardRows(member, area, { figure: "needs-by-stage" }))).toContain("hidden");
  });

  it("of meetings that are over were frozen from what stood then, which leads to what stands now", async () => {
    const clerk = as("board-clerk");
    const { zones, areas, figures } = await getBoard(as("officer"), area, {});
    const today = dateOf(2026, 11, 22);
    const terms = await listTerms(database.read, area.id);
    const given = {
      zones: zones.map(({ id }) => id),
      areas: areas.map(({ code }) => code),
      terms: terms.map(({ id, startsOn }) => ({ id, startsOn })),
      today,
    };
    const { history } = demonstration(today);
    const now = figuresOf(factsAt(history, instantOf(clerk.now())), given).map(shownOf);
    expect(now).toEqual(figures);
    const held = history.boards.flatMap(({ meetings }) => meetings.filter(({ on }) => on < today));
    expect(held.length).toBeGreaterThan(5);
    for (const { id, packFrozenOn } of held) {
      const pack = await getPack(clerk, area, { id: toMeetingId(id), number: 1 });
      expect(pack).toMatchObject({ isWhole: true, register: null });
      expect(pack.frozenAt.slice(0, 10)).toBe(packFrozenOn);
      expect(pack.decisions.every(({ on }) => on <= pack.meeting.date)).toBe(true);
      expect(pack.figures).not.toEqual(figures);
    }
  });

  it.each<Role>(["head", "school-staff", "leader"])("are not there for a %s", async (role) => {
    expect(await refusalOf(() => getBoard(as(role), area, {}))).toBe("not-found");
    expect(await refusalOf(() => boardRows(as(role), area, { figure: "cost" }))).toBe("not-found");
  });
});
