import { RefusedError } from "@alongside/usecases/context";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keepFigure, sized } from "../../testkit/src/index.ts";
import { procedureAt } from "../test/callers.ts";
import { createRandom, drawFrom } from "../test/fuzz.ts";
import { queries } from "../test/field.ts";
import { shapesOf } from "../test/foreign.ts";
import { knownIdsIn, type KnownIds } from "../test/known-id.ts";
import { openPopulated, type Populated } from "../test/populated.ts";
import { policies } from "./policy.ts";

let populated: Populated;
let known: KnownIds;
beforeAll(async () => {
  populated = await openPopulated();
  known = await knownIdsIn(populated.database);
}, 300_000);
afterAll(() => populated.database.drop());

const mutations = Object.keys(policies).filter(
  (path) => !queries.includes(path) && path !== "live.changes",
);

/** Counts and sessions come and go without being an act of anybody. */
const noActs = new Set([
  "written",
  "attempts",
  "sessions",
  "events",
  "event_heads",
  "event_anchors",
  "job_runs",
  "idempotent_replies",
  "password_resets",
]);

const tables = async (): Promise<readonly string[]> => {
  const { rows } = await populated.database.client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'school_search%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'",
  );
  return rows.map((row) => String(row["name"])).filter((name) => !noActs.has(name));
};

/** Counts, in a table of their own, every row that is written from now on, in whichever table. */
const countWrites = async (): Promise<void> => {
  await populated.database.client.execute(
    "CREATE TABLE written (name TEXT PRIMARY KEY, rows INTEGER)",
  );
  for (const name of await tables()) {
    for (const act of ["INSERT", "UPDATE", "DELETE"]) {
      await populated.database.client.execute(
        `CREATE TRIGGER "seen_${act}_${name}" AFTER ${act} ON "${name}" BEGIN INSERT INTO written VALUES ('${name}', 1) ON CONFLICT DO UPDATE SET rows = rows + 1; END`,
      );
    }
  }
};

const takeWrites = async (): Promise<readonly string[]> => {
  const { rows } = await populated.database.client.execute(
    "SELECT name FROM written ORDER BY name",
  );
  await populated.database.client.execute("DELETE FROM written");
  return rows.map((row) => String(row["name"]));
};

const lastEvent = async (): Promise<number> => {
  const { rows } = await populated.database.client.execute("SELECT seq FROM event_heads");
  return Number(rows[0]?.["seq"]);
};

const isFault = (error: unknown): boolean => {
  const cause = error instanceof TRPCError ? error.cause : error;
  return (
    !(cause instanceof RefusedError) &&
    !(error instanceof TRPCError && error.code === "BAD_REQUEST")
  );
};

/** What changes nothing that anybody must answer for: how one’s own screen or mail is set up. */
const ownAffairs = new Set([
  "mail.prefer",
  "queue.watch",
  "queue.saveView",
  "queue.removeView",
  "mail.again",
]);

it(
  "a procedure that changes anything leaves its event, and one that is refused leaves nothing",
  async () => {
    await countWrites();
    const random = createRandom(20_260_317);
    const wrong = new Set<string>();
    let changed = 0;
    let asked = 0;
    const roles = ["partnership-administrator", "zone-coordinator", "head", "leader"];
    for (let round = 0; round < sized(2, 40); round += 1) {
      for (const [place, path] of mutations.entries()) {
        const role = roles[(round + place) % roles.length] ?? "head";
        const actor = populated.actors.get(role);
        if (actor === undefined) throw new Error(`there is no ${role}`);
        const found = new Map<string, readonly (string | number)[]>();
        for (const key of shapesOf(path).flatMap((shape) => Object.keys(shape.properties ?? {}))) {
          found.set(key, await known.of(key, path.split(".")[0] ?? "", actor));
        }
        const draw = { random, ids: (key: string) => found.get(key) ?? [] };
        const input = Object.assign(
          {},
          ...shapesOf(path).map((shape) => drawFrom(shape, "", draw)),
          {
            area: populated.slug,
          },
        );
        const before = await lastEvent();
        let isRefused = false;
        try {
          await procedureAt(populated.caller(actor), path)(input);
        } catch (error) {
          isRefused = !isFault(error);
        }
        asked += 1;
        const written = await takeWrites();
        const events = (await lastEvent()) - before;
        if (written.length === 0) continue;
        changed += 1;
        // A refusal that is itself on record, such as a wrong password, comes with its event.
        if (events === 0 && !ownAffairs.has(path))
          wrong.add(
            `${path} changed ${written.join(", ")} without an event${isRefused ? ", though it was refused" : ""}`,
          );
      }
    }
    keepFigure(
      "audit.rows",
      `${asked} asks of ${mutations.length} procedures, ${changed} changed something, ${wrong.size} of them without an event`,
    );
    expect([...wrong]).toEqual([]);
    expect(changed).toBeGreaterThan(sized(5, 100));
  },
  sized(560_000, 7_200_000),
);
