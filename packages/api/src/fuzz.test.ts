import { RefusedError } from "@alongside/usecases/context";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepFigure, sized } from "../../testkit/src/index.ts";
import { procedureAt } from "../test/callers.ts";
import { createRandom, drawFrom, type Ids } from "../test/fuzz.ts";
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

/** What no answer may hold: hashes, sealed values, the inside of the server. */
const secret =
  /\$argon2|"(passwordHash|tokenHash|sealedSecret|codeHash|payloadSalt)"|node_modules|\.ts:\d+|SQLITE_|SELECT .+ FROM/;

type Outcome = "answered" | "refused" | "invalid" | "fault";

/** The outcome of one ask, and what is wrong with it. */
const outcomeOf = async (ask: () => Promise<unknown>): Promise<readonly [Outcome, string]> => {
  try {
    const value = await ask();
    const text = JSON.stringify(value) ?? "";
    return secret.test(text) ? ["fault", `it tells: ${secret.exec(text)?.[0]}`] : ["answered", ""];
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    if (cause instanceof RefusedError) return ["refused", ""];
    if (error instanceof TRPCError && error.code === "BAD_REQUEST") return ["invalid", ""];
    const reason =
      cause instanceof Error ? `${cause.message.slice(-300)} ${String(cause.cause)}` : "";
    return ["fault", `${String(cause).slice(0, 200)} ${reason}`];
  }
};

/** Everybody takes their turn, those who may do most more often. */
const askers = [
  "partnership-administrator",
  "zone-coordinator",
  "head",
  "leader",
  "partnership-administrator",
  "officer",
  "board-clerk",
  "operator",
  "organisation-administrator",
  "visitor",
];

/** Listening goes on for as long as one listens: it is asked by tests of its own. */
const paths = Object.keys(policies).filter((path) => path !== "live.changes");

const idsFor = async (path: string, role: string): Promise<Ids> => {
  const actor = populated.actors.get(role);
  if (actor === undefined) throw new Error(`there is no ${role}`);
  const router = path.split(".")[0] ?? "";
  const found = new Map<string, readonly (string | number)[]>();
  for (const shape of shapesOf(path)) {
    for (const key of Object.keys(shape.properties ?? {})) {
      found.set(key, await known.of(key, router, actor));
    }
  }
  return (key) => found.get(key) ?? [];
};

describe("whatever is sent to a procedure", () => {
  it(
    "is answered or refused in the product's own words, and never fails",
    async () => {
      const rounds = sized(2, 60);
      const random = createRandom(20_260_316);
      const wrong = new Map<string, string>();
      const counts: Record<Outcome, number> = { answered: 0, refused: 0, invalid: 0, fault: 0 };
      for (let round = 0; round < rounds; round += 1) {
        for (const [place, path] of paths.entries()) {
          const role = askers[(round * 7 + place) % askers.length] ?? "head";
          const ids = await idsFor(path, role);
          const parts = shapesOf(path).map((shape) => drawFrom(shape, "", { random, ids }));
          const isWhole = parts.every((part) => typeof part === "object" && part !== null);
          const area = random() < 0.96 ? { area: populated.slug } : {};
          const input = isWhole ? Object.assign({}, ...parts, area) : parts[0];
          const actor = populated.actors.get(role);
          if (actor === undefined) throw new Error(`there is no ${role}`);
          const [outcome, words] = await outcomeOf(() =>
            procedureAt(populated.caller(actor), path)(input),
          );
          counts[outcome] += 1;
          if (outcome === "fault") {
            wrong.set(
              path,
              `${path} as ${role}: ${words} for ${JSON.stringify(input)?.slice(0, 500)}`,
            );
          }
        }
      }
      const all = rounds * paths.length;
      keepFigure(
        "input.fuzz",
        `${all} inputs to ${paths.length} procedures: ${counts.answered} answered, ${counts.refused} refused, ${counts.invalid} not read, ${counts.fault} failed`,
      );
      expect([...wrong.values()]).toEqual([]);
      expect(counts.answered).toBeGreaterThan(all / 20);
    },
    sized(560_000, 7_200_000),
  );
});
