import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { here, openCast, there, type Answer, type Asked } from "../test/callers.ts";
import { contentOf, idsOf, inputWith, takesId, type Foreign } from "../test/foreign.ts";
import { plantIn } from "../test/planted.ts";
import { keepFigure, sized } from "../../testkit/src/index.ts";
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
  await plantIn(cast.world, there, 2);
  foreign = [...(await idsOf(cast.world, there)), { text: "900003", number: 900_003 }];
});
afterAll(() => cast.world.drop());

const inAreas = Object.entries(policies)
  .filter(
    ([path, policy]) =>
      (policy === "area-reader" || policy === "area-administrator") && path !== "live.changes",
  )
  .map(([path]) => path);

const people = [
  "administrator",
  "coordinator",
  "officer",
  "head",
  "leader",
  "staff",
  "organisation administrator",
  "board member",
  "board clerk",
  "coordinator of another zone",
];

/** How many of all probes there are come before one is tried: an everyday run tries a spread of them. */
const strideFor = (all: number): number => Math.max(1, Math.floor(all / sized(2_500, 100_000)));

type Tried = { readonly name: string; readonly path: string; readonly id: Foreign };

/** Each person with each procedure that takes an id, with each id of the other area, in each form of its input. */
const probesOf = (): readonly Tried[] => {
  const all = people.flatMap((name) =>
    inAreas
      .filter(takesId)
      .flatMap((path) => foreign.map((id, place) => ({ name, path, id: { ...id, form: place } }))),
  );
  const stride = strideFor(all.length);
  return all.filter((_, place) => place % stride === 0);
};

/** Answers to an id that does not exist are asked for once for each form. */
const createUnknown = () => {
  const known = new Map<string, Answer>();
  return async ({ name, path, id }: Tried): Promise<Answer> => {
    const input = inputWith(path, here, { ...nothing, form: id.form ?? 0 });
    const key = `${name} ${path} ${JSON.stringify(input)}`;
    const answer = known.get(key) ?? (await cast.ask(actorNamed(name), path, input));
    known.set(key, answer);
    return answer;
  };
};

/** Mails of the one area to people who play no part in it. */
const mailsAcross = async (): Promise<number> => {
  const { rows } = await cast.world.database.client.execute({
    sql: `SELECT count(*) AS mails FROM outbox_mails m JOIN people p ON p.email = m.recipient
      WHERE m.area_id = ? AND NOT EXISTS (SELECT 1 FROM role_grants g WHERE g.person_id = p.id AND g.area_id = m.area_id)`,
    args: [here],
  });
  return Number(rows[0]?.["mails"]);
};

describe("an id of another area", () => {
  it("is there to be probed with, and most procedures take one", () => {
    expect(foreign.length).toBeGreaterThan(40);
    expect(inAreas.filter(takesId).length).toBeGreaterThan(100);
  });

  it(
    "opens nothing, tells nothing, changes nothing, and answers like one that does not exist",
    async () => {
      const before = await contentOf(cast.world, there);
      const wrong: string[] = [];
      const unknownFor = createUnknown();
      const probes = probesOf();
      let read = 0;
      for (const probe of probes) {
        const { name, path, id } = probe;
        const unknown = await unknownFor(probe);
        const answer = await cast.ask(actorNamed(name), path, inputWith(path, here, id));
        const fault = faultOf({ id, answer, unknown });
        if (fault !== undefined) wrong.push(`${path} as ${name}: ${fault}`);
        if (answer.kind !== "refused" || answer.refusal !== "invalid-input") read += 1;
      }
      keepFigure(
        "authorisation.probes",
        `${probes.length} probes with ${foreign.length} ids of another area by ${people.length} people, ${read} past the reading of the input, ${wrong.length} leaks or faults`,
      );
      expect(read).toBeGreaterThan(probes.length / 3);
      expect(wrong.slice(0, 20)).toEqual([]);
      expect(await contentOf(cast.world, there)).toBe(before);
      expect(await mailsAcross()).toBe(0);
    },
    sized(560_000, 7_200_000),
  );
});
