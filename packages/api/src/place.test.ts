import { grantsOf, type Actor } from "@alongside/domain/identity";
import { RefusedError } from "@alongside/usecases/context";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepFigure, sized } from "../../testkit/src/index.ts";
import { procedureAt } from "../test/callers.ts";
import { inputWith, takesId } from "../test/foreign.ts";
import { openPopulated, type Populated } from "../test/populated.ts";
import { policies } from "./policy.ts";

/* Inside one area: records of other schools, other zones and other leaders. */

let populated: Populated;
beforeAll(async () => {
  populated = await openPopulated();
}, 300_000);
afterAll(() => populated.database.drop());

const unknownId = "AAAAAAAAAAAAAAAAAAAA";
const roles = [
  "head",
  "school-staff",
  "leader",
  "organisation-administrator",
  "zone-coordinator",
  "board-member",
];

const quoted = (values: readonly (string | number)[]): string =>
  values.length === 0 ? "''" : values.map((value) => `'${String(value)}'`).join(", ");

const valuesOf = (actor: Actor, place: "urn" | "zoneId" | "organisationId") =>
  grantsOf(actor).flatMap((grant) => grant[place] ?? []);

const personOf = (actor: Actor): string => (actor.kind === "person" ? actor.personId : "");

/** Schools that an actor has to do with: the own one, those of the own zones, and the home schools of the own organisation’s leaders. */
const schoolsOf = (actor: Actor): string => `
  SELECT urn FROM schools WHERE urn IN (${quoted(valuesOf(actor, "urn"))})
  UNION SELECT urn FROM zone_memberships WHERE zone_id IN (${quoted(valuesOf(actor, "zoneId"))}) AND to_on IS NULL
  UNION SELECT home_urn FROM leaders WHERE organisation_id IN (${quoted(valuesOf(actor, "organisationId"))})
  UNION SELECT home_urn FROM leaders WHERE person_id = '${personOf(actor)}'`;

const leadersOf = (actor: Actor): string => `
  SELECT person_id FROM leaders WHERE person_id = '${personOf(actor)}' OR organisation_id IN (${quoted(valuesOf(actor, "organisationId"))}) OR home_urn IN (${schoolsOf(actor)})`;

/** Records that have nothing to do with an actor: neither their school, nor their zone, nor a leader of theirs. */
const strangersOf = (actor: Actor): readonly string[] => [
  `SELECT id FROM needs n WHERE state NOT IN ('draft') AND urn NOT IN (${schoolsOf(actor)})
     AND NOT EXISTS (SELECT 1 FROM offers o WHERE o.need_id = n.id AND (o.person_id IN (${leadersOf(actor)}) OR o.home_urn IN (${schoolsOf(actor)})))`,
  `SELECT id FROM offers WHERE urn NOT IN (${schoolsOf(actor)}) AND home_urn NOT IN (${schoolsOf(actor)}) AND person_id NOT IN (${leadersOf(actor)})`,
  `SELECT id FROM deployments WHERE urn NOT IN (${schoolsOf(actor)}) AND home_urn NOT IN (${schoolsOf(actor)}) AND person_id NOT IN (${leadersOf(actor)})`,
  `SELECT v.id FROM visits v JOIN deployments d ON d.id = v.deployment_id WHERE d.urn NOT IN (${schoolsOf(actor)}) AND d.home_urn NOT IN (${schoolsOf(actor)}) AND d.person_id NOT IN (${leadersOf(actor)})`,
];

const someOf = async (query: string, most: number): Promise<readonly string[]> => {
  const { rows } = await populated.database.client.execute(`${query} ORDER BY 1 LIMIT ${most}`);
  return rows.map((row) => String(row["id"]));
};

const answerOf = async (actor: Actor, path: string, input: unknown): Promise<string> => {
  try {
    return JSON.stringify({ value: await procedureAt(populated.caller(actor), path)(input) });
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    if (cause instanceof RefusedError) return `refused ${cause.refusal.kind}`;
    return error instanceof TRPCError && error.code === "BAD_REQUEST"
      ? "refused invalid-input"
      : "fault";
  }
};

const paths = Object.entries(policies)
  .filter(([path, policy]) => policy === "area-reader" && takesId(path))
  .map(([path]) => path);

/** Every change that a stranger's record could have seen. */
const versions = async (): Promise<string> => {
  const parts: string[] = [];
  for (const table of ["needs", "offers", "deployments", "visits"]) {
    const { rows } = await populated.database.client.execute(
      `SELECT id, version FROM ${table} ORDER BY id`,
    );
    parts.push(JSON.stringify(rows));
  }
  return parts.join("\n");
};

describe("a record of another school, zone or leader in the same area", () => {
  it(
    "opens nothing, tells nothing, changes nothing, and answers like one that does not exist",
    async () => {
      const before = await versions();
      const wrong: string[] = [];
      const strangers = new Set<string>();
      let asked = 0;
      let turn = 0;
      const stride = sized(43, 2);
      for (const role of roles) {
        const actor = populated.actors.get(role);
        if (actor === undefined) throw new Error(`there is no ${role}`);
        const ids = (
          await Promise.all(strangersOf(actor).map((query) => someOf(query, sized(2, 4))))
        ).flat();
        ids.forEach((id) => strangers.add(`${role} ${id}`));
        for (const path of paths) {
          const unknown = { text: unknownId, number: 999_999 };
          let nowhere: string | undefined;
          for (const id of ids) {
            turn += 1;
            if (turn % stride !== 0) continue;
            asked += 1;
            nowhere ??= await answerOf(actor, path, inputWith(path, populated.slug, unknown));
            const known = { text: id, number: 999_999 };
            const answer = await answerOf(actor, path, inputWith(path, populated.slug, known));
            if (
              answer.replaceAll(id, "") !== nowhere.replaceAll(unknownId, "") ||
              answer === "fault"
            ) {
              wrong.push(
                `${path} as ${role} with ${id}: ${answer.slice(0, 200)} against ${nowhere.slice(0, 120)}`,
              );
            }
          }
        }
      }
      keepFigure(
        "authorisation.places",
        `${asked} asks by ${roles.length} parts about ${strangers.size} records that are none of theirs, ${wrong.length} told or changed`,
      );
      expect(strangers.size).toBeGreaterThan(roles.length);
      expect(wrong.slice(0, 20)).toEqual([]);
      expect(await versions()).toBe(before);
    },
    sized(560_000, 7_200_000),
  );
});
