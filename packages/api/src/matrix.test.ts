import {
  mayAdministerArea,
  mayOperate,
  maySeeArea,
  toId,
  type Actor,
  type AreaId,
} from "@alongside/domain/identity";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { here, openCast, there, type Answer, type Asked } from "../test/callers.ts";
import { keepFigure } from "../../testkit/src/index.ts";
import { policies, type Policy } from "./policy.ts";
import { appRouter } from "./router.ts";

let cast: Asked;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.world.drop());

/** What the gate says to someone in an area, read from the policy alone; undefined lets them through to the record. */
const refusalAtGate = (actor: Actor, policy: Policy, areaId: AreaId): string | undefined => {
  if (policy === "everyone") return undefined;
  if (actor.kind !== "person") return "sign-in-required";
  if (policy === "operator") return mayOperate(actor) ? undefined : "not-allowed";
  if (policy === "signed-in") return undefined;
  if (!maySeeArea(actor, areaId)) return "not-found";
  return policy === "area-reader" || mayAdministerArea(actor, areaId) ? undefined : "not-allowed";
};

const gateWords = ["sign-in-required", "not-allowed", "not-found"];

type Case = { readonly path: string; readonly policy: Policy; readonly area: string };

const cases: readonly Case[] = Object.entries(policies).flatMap(([path, policy]) =>
  [here, there].map((area) => ({ path, policy, area })),
);

/** An answer that differs from what the policy says, in words; undefined when it is as it must be. */
const wrongAnswer = async (name: string, actor: Actor, { path, policy, area }: Case) => {
  const expected = refusalAtGate(actor, policy, toId<AreaId>(area));
  const answer = await cast.ask(actor, path, { area });
  const said = answer.kind === "refused" ? answer.refusal : answer.kind;
  const isRight =
    expected === undefined
      ? answer.kind !== "fault" &&
        !(said === "sign-in-required" && policy !== "everyone" && policy !== "signed-in")
      : said === expected;
  return isRight
    ? undefined
    : `${path} as ${name} in ${area}: ${said}, not ${expected ?? "let through"}`;
};

/** What the session says of an area by which the way to a page is shown, and the procedure that the page begins with. */
const ways = { readsBodies: "meeting.bodies", hasQueue: "round.choices" } as const;

/** Whether an answer of the session says yes to a part of the area here. */
const isTrue = (answer: Answer, part: string): boolean => {
  const me = answer.kind === "value" ? JSON.parse(JSON.stringify(answer.value)) : null;
  const areas: readonly Readonly<Record<string, unknown>>[] = me?.areas ?? [];
  return areas.some((area) => area["slug"] === here && area[part] === true);
};

describe("the matrix of procedures and people", () => {
  it("has a policy for every procedure and a procedure for every policy", () => {
    expect(Object.keys(policies).toSorted()).toEqual(
      Object.keys(appRouter._def.procedures).toSorted(),
    );
  });

  it("lets in whom the policy lets in, and nobody else", async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const [name, actor] of cast.actors) {
      for (const each of cases) {
        asked += 1;
        const found = await wrongAnswer(name, actor, each);
        if (found !== undefined) wrong.push(found);
      }
    }
    keepFigure(
      "authorisation.matrix",
      `${asked} combinations of ${Object.keys(policies).length} procedures, ${cast.actors.size} people and 2 areas asked, ${wrong.length} answered wrongly`,
    );
    expect(wrong).toEqual([]);
    expect(asked).toBe(cases.length * cast.actors.size);
  }, 900_000);

  it("shows the way to boards, and to rounds, to whoever is let in there and to nobody else", async () => {
    const shown: string[] = [];
    for (const [name, actor] of cast.actors) {
      const me = await cast.ask(actor, "session.get", undefined);
      for (const [part, path] of Object.entries(ways)) {
        const isLetIn = (await cast.ask(actor, path, { area: here })).kind === "value";
        expect({ name, part, isShown: isTrue(me, part) }).toEqual({ name, part, isShown: isLetIn });
        if (isLetIn) shown.push(`${name}: ${part}`);
      }
    }
    expect(shown).toEqual([
      "coordinator: hasQueue",
      "coordinator of another zone: hasQueue",
      "officer: readsBodies",
      "officer: hasQueue",
      "board clerk: readsBodies",
      "administrator: readsBodies",
      "administrator: hasQueue",
    ]);
  });

  it("answers alike for an area that is another's and one that does not exist", async () => {
    const head = cast.actors.get("head");
    if (head === undefined) throw new Error("there is no head");
    for (const [path, policy] of Object.entries(policies)) {
      if (policy !== "area-reader" && policy !== "area-administrator") continue;
      const others = await cast.ask(head, path, { area: there });
      const nowhere = await cast.ask(head, path, { area: "nowhere" });
      expect({ path, answer: others }).toEqual({ path, answer: nowhere });
      expect(gateWords).toContain(others.kind === "refused" ? others.refusal : others.kind);
    }
  });
});
