import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { here, openCast, type Asked } from "../test/callers.ts";
import { keyedPaths, thinksFirst } from "./once.ts";
import { policies } from "./policy.ts";
import { appRouter } from "./router.ts";

let cast: Asked;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.world.drop());

const askAs = (name: string, path: string, input: object) => {
  const actor = cast.actors.get(name);
  if (actor === undefined) throw new Error(`there is no ${name}`);
  return cast.ask(actor, path, { area: here, ...input });
};

const eventCount = async (): Promise<number> => (await cast.world.events()).length;

type Case = readonly [path: string, name: string, input: object];

/** One of each kind of beginning: with and without mail, with a reply and without one, with ids that are drawn and ids that are given. */
const cases: readonly Case[] = [
  ["need.begin", "head", { urn: 900_001 }],
  ["zone.create", "administrator", { name: "Far North", phaseGroup: "all" }],
  ["rate.add", "administrator", { label: "Visit", pencePerDay: 40_000, brokerageShare: 10 }],
  ["codeList.add", "administrator", { list: "work-mode", label: "By telephone" }],
  ["organisation.add", "administrator", { name: "Heron Hub", kind: "other", urn: null }],
  ["invitation.send", "administrator", { email: "new@alder.example", role: "officer" }],
  ["queue.saveView", "coordinator", { name: "Late and urgent", search: "?only=late&only=urgent" }],
  [
    "conflict.declare",
    "leader",
    { urn: 900_001, kind: "past-employment", words: "I taught there", untilOn: null },
  ],
];

describe("the same request sent again", () => {
  it.each(cases)("has one effect and one answer at %s", async (path, name, input) => {
    const key = `the-key-of-${path}`;
    const first = await askAs(name, path, { ...input, key });
    expect(first).toMatchObject({ kind: "value" });
    const before = await eventCount();
    const again = await Promise.all([2, 3, 4, 5].map(() => askAs(name, path, { ...input, key })));
    expect(again).toEqual([first, first, first, first]);
    expect(await eventCount()).toBe(before);
  });

  it("is another request under another key, and for another person", async () => {
    const input = { name: "Mine", search: "?stage=open", key: "one-key-for-two" };
    await askAs("coordinator", "queue.saveView", input);
    await askAs("officer", "queue.saveView", input);
    expect(JSON.stringify(await askAs("officer", "queue.views", {}))).toContain("Mine");
    const zone = { name: "Near North", phaseGroup: "all" };
    const answers = [
      await askAs("administrator", "zone.create", { ...zone, key: "the-first-key" }),
      await askAs("administrator", "zone.create", { ...zone, key: "the-second-key" }),
    ];
    expect(answers.map(({ kind }) => kind)).toEqual(["value", "refused"]);
  });

  it("is another request when its words are others", async () => {
    const key = "one-key-for-two-names";
    const one = { name: "East", search: "?zone=east", key };
    await askAs("officer", "queue.saveView", one);
    await askAs("officer", "queue.saveView", { ...one, name: "West" });
    const views = JSON.stringify(await askAs("officer", "queue.views", {}));
    expect(views).toContain("East");
    expect(views).toContain("West");
  });

  it("is tried anew when the first was refused: a refusal leaves no reply behind", async () => {
    const input = { name: "Later", phaseGroup: "all", key: "a-key-that-was-refused" };
    expect(await askAs("head", "zone.create", input)).toMatchObject({ refusal: "not-allowed" });
    expect(await askAs("administrator", "zone.create", { ...input, name: "" })).toMatchObject({
      refusal: "invalid-input",
    });
    expect((await askAs("administrator", "zone.create", input)).kind).toBe("value");
  });
});

/** Names of acts that begin a record or say yes for somebody. */
const begins =
  /^(accept|add|agree|ask|assign|begin|confirm|create|declare|give|issue|plan|propose|publish|raise|record|save(?!Year)|send|set(?=Aside)|sign(?!In|Out)|submit|take(?!n|Out|Back|Up)|write)/;

/** Outside of an area a second sending finds the token used up, the name taken or the code spent. */
const isInArea = (path: string): boolean =>
  Object.entries(policies).some(
    ([each, policy]) =>
      each === path && (policy === "area-reader" || policy === "area-administrator"),
  );

it("covers every procedure that begins a record or says yes", () => {
  const procedures: Readonly<Record<string, unknown>> = appRouter._def.procedures;
  const isMutation = (path: string): boolean => {
    const procedure = procedures[path] as { readonly _def: { readonly type: string } } | undefined;
    return procedure?._def.type === "mutation";
  };
  const missing = Object.keys(policies)
    .filter((path) => begins.test(path.split(".").at(-1) ?? "") && isMutation(path))
    .filter((path) => isInArea(path) && !keyedPaths.has(path) && !thinksFirst.has(path));
  expect(missing).toEqual([]);
  for (const path of keyedPaths) expect(isMutation(path), path).toBe(true);
});
