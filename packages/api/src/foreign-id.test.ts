import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { here, openCast, there, type Answer, type Asked } from "../test/callers.ts";
import { contentOf, idsOf, inputWith, takesId, type Foreign } from "../test/foreign.ts";
import { policies } from "./policy.ts";

let cast: Asked;
let foreign: readonly Foreign[] = [];

const nothing: Foreign = { text: "AAAAAAAAAAAAAAAAAAAA", number: 999_999 };

/** What must never reach anybody here: the names of the other area, its places and its people. */
const secrets =
  /Southmere|Cedar School|"South"|headofanotherarea|administratorofanotherarea|SecretOfTheSouth/i;

type Probe = { readonly id: Foreign; readonly answer: Answer; readonly unknown: Answer };

const without = (answer: Answer, id: Foreign): string =>
  JSON.stringify(answer).replaceAll(id.text, "").replaceAll(String(id.number), "");

/** What is wrong with an answer to a foreign id, beside the answer to one that does not exist; undefined when nothing is. */
const faultOf = ({ id, answer, unknown }: Probe): string | undefined => {
  const text = JSON.stringify(answer).slice(0, 300);
  if (secrets.test(JSON.stringify(answer))) return `it tells of ${id.text}: ${text}`;
  if (answer.kind === "fault") return `it fails on ${id.text}: ${text}`;
  return without(answer, id) === without(unknown, nothing)
    ? undefined
    : `it knows ${id.text}: ${text} against ${JSON.stringify(unknown).slice(0, 300)}`;
};

const actorNamed = (name: string) => {
  const actor = cast.actors.get(name);
  if (actor === undefined) throw new Error(`there is no ${name}`);
  return actor;
};

beforeAll(async () => {
  cast = await openCast();
  const { ask } = cast;
  await ask(actorNamed("administrator of another area"), "zone.create", {
    area: there,
    name: "SecretOfTheSouth",
    phaseGroup: "all",
  });
  await ask(actorNamed("administrator of another area"), "term.openYear", {
    area: there,
    academicYear: "2025-26",
  });
  await ask(actorNamed("head of another area"), "need.start", { area: there, urn: 900003 });
  foreign = [...(await idsOf(cast.world, there)), { text: "900003", number: 900_003 }];
});
afterAll(() => cast.world.drop());

const inAreas = Object.entries(policies)
  .filter(([, policy]) => policy === "area-reader" || policy === "area-administrator")
  .map(([path]) => path);

describe("an id of another area", () => {
  it("is there to be probed with, and most procedures take one", () => {
    expect(foreign.length).toBeGreaterThan(5);
    expect(inAreas.filter(takesId).length).toBeGreaterThan(30);
  });

  it("opens nothing, tells nothing, changes nothing, and answers like one that does not exist", async () => {
    const before = await contentOf(cast.world, there);
    const wrong: string[] = [];
    let probes = 0;
    let read = 0;
    for (const name of ["administrator", "coordinator", "officer", "head", "leader"]) {
      for (const path of inAreas.filter(takesId)) {
        const unknown = await cast.ask(actorNamed(name), path, inputWith(path, here, nothing));
        for (const id of foreign) {
          probes += 1;
          const answer = await cast.ask(actorNamed(name), path, inputWith(path, here, id));
          const fault = faultOf({ id, answer, unknown });
          if (fault !== undefined) wrong.push(`${path} as ${name}: ${fault}`);
          if (answer.kind !== "refused" || answer.refusal !== "invalid-input") read += 1;
        }
      }
    }
    console.log(
      `${probes} probes with ${foreign.length} ids of another area, ${read} of them past the reading of the input, ${wrong.length} leaks or faults`,
    );
    expect(read).toBeGreaterThan(probes / 3);
    expect(wrong).toEqual([]);
    expect(await contentOf(cast.world, there)).toBe(before);
  }, 900_000);
});
