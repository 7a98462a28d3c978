import { describe, expect, it } from "vitest";
import { problemFrom } from "../../test/tiny-round.ts";
import { draftOf, itemsOf, type Draft } from "../solve/draft.ts";
import { modelOf } from "../solve/model.ts";
import { bestChain } from "./chains.ts";
import { itemsFor } from "./changed-model.ts";

const school = (id: string, by: readonly string[], more: object = {}) => ({
  id,
  urn: `school-${id}`,
  la: "A",
  zone: "Z",
  phase: "primary",
  x: 0,
  y: 0,
  band: 2,
  days: 5,
  window: "any",
  primary: "maths",
  exclude: ["P1", "P2", "P3", "P4"].filter((provider) => !by.includes(provider)),
  ...more,
});

const leader = (id: string, more: object = {}) => ({
  id,
  kind: "LLE",
  urn: `home-${id}`,
  la: "A",
  zone: "Z",
  phases: ["primary"],
  x: 0,
  y: 1,
  expertise: { maths: 2 },
  impact: 50,
  days: 5,
  daysEarly: 5,
  daysLate: 5,
  maxSchools: 2,
  maxKm: 20,
  fitToSupport: true,
  ...more,
});

const scene = (
  requests: readonly object[],
  providers: readonly object[],
  placed: readonly (readonly [string, string, "lead" | "specialist"])[],
) => {
  const problem = problemFrom({ format: "brokering-round/1", name: "c", requests, providers });
  const model = modelOf(problem);
  const items = (list: typeof placed) =>
    itemsFor(
      problem,
      model,
      list.map(([request, provider, role]) => ({ request, provider, role })),
    );
  const shown = (draft: Draft) =>
    itemsOf(draft).map((item) => {
      const request = problem.requests[model.request[item] ?? -1]?.id;
      const provider = problem.providers[model.provider[item] ?? -1]?.id;
      return `${request} ${provider}${model.isLead[item] === 1 ? "" : " specialist"}`;
    });
  const chain = (request: string, depth: number, fixed: typeof placed) => {
    const at = problem.requests.findIndex(({ id }) => id === request);
    const ask = { fixed: new Set(items(fixed)), depth, steps: 1000 };
    return bestChain(draftOf(model, items(placed)), at, ask);
  };
  const serve = (request: string, depth: number, fixed: typeof placed = []) =>
    shown(chain(request, depth, fixed).draft);
  return { serve, steps: (request: string, depth: number) => chain(request, depth, []).steps };
};

/** R1 could take P1 only; R2 stands there and could go to P2; R3 stands there and could go to P3. */
const row = () =>
  scene(
    [school("R1", ["P1"]), school("R2", ["P1", "P2"]), school("R3", ["P2", "P3"])],
    [leader("P1"), leader("P2"), leader("P3")],
    [
      ["R2", "P1", "lead"],
      ["R3", "P2", "lead"],
    ],
  );

describe("chains of moves", () => {
  it("moves as many along as it may, and nobody where that is too few", () => {
    expect(row().serve("R1", 0)).toEqual(["R2 P1", "R3 P2"]);
    expect(row().serve("R1", 1)).toEqual(["R2 P1", "R3 P2"]);
    expect(row().serve("R1", 2)).toEqual(["R1 P1", "R2 P2", "R3 P3"]);
  });

  it("leaves in place what is agreed", () => {
    expect(row().serve("R1", 2, [["R3", "P2", "lead"]])).toEqual(["R2 P1", "R3 P2"]);
  });

  it("leaves a lesser need out for a greater one, but not the other way round", () => {
    const at = (band: number) =>
      scene(
        [school("R1", ["P1"], { band }), school("R2", ["P1"], { band: 3 })],
        [leader("P1")],
        [["R2", "P1", "lead"]],
      ).serve("R1", 1);
    expect(at(2)).toEqual(["R1 P1"]);
    expect(at(4)).toEqual(["R2 P1"]);
  });

  it("takes a specialist along where its school may keep it, and keeps an agreed one", () => {
    const withSpecialist = () =>
      scene(
        [
          school("R1", ["P1"], { days: 4 }),
          school("R2", ["P1", "P2", "P3"], { secondary: "send", specialistDays: 2 }),
        ],
        [leader("P1"), leader("P2"), leader("P3", { expertise: { send: 3 }, maxSchools: 1 })],
        [
          ["R2", "P1", "lead"],
          ["R2", "P3", "specialist"],
        ],
      );
    expect(withSpecialist().serve("R1", 1)).toEqual(["R1 P1", "R2 P2", "R2 P3 specialist"]);
    const agreed = [["R2", "P3", "specialist"]] as const;
    expect(withSpecialist().serve("R1", 1, agreed)).toEqual(["R2 P1", "R2 P3 specialist"]);
  });

  it("weighs a chain with the specialists who come back at its end", () => {
    const { serve } = scene(
      [
        school("R1", ["P1", "P4"], { days: 4 }),
        school("R2", ["P1", "P2", "P3"], { secondary: "send", specialistDays: 2 }),
      ],
      [
        leader("P1"),
        leader("P2"),
        leader("P3", { expertise: { send: 3 }, maxSchools: 1 }),
        leader("P4", { expertise: { maths: 1 } }),
      ],
      [
        ["R2", "P1", "lead"],
        ["R2", "P3", "specialist"],
      ],
    );
    expect(serve("R1", 0)).toEqual(["R1 P4", "R2 P1", "R2 P3 specialist"]);
    expect(serve("R1", 1)).toEqual(["R1 P1", "R2 P2", "R2 P3 specialist"]);
  });

  it("does not put two out for one, nor one who has just moved", () => {
    const { serve } = scene(
      [
        school("R1", ["P1"], { band: 1, days: 8 }),
        school("R2", ["P1"], { days: 3 }),
        school("R3", ["P1"], { days: 3 }),
      ],
      [leader("P1", { days: 8, daysEarly: 8, daysLate: 8 })],
      [
        ["R2", "P1", "lead"],
        ["R3", "P1", "lead"],
      ],
    );
    expect(serve("R1", 1)).toEqual(["R2 P1", "R3 P1"]);
    expect(row().steps("R1", 2)).toBe(5);
  });

  it("lets a specialist go where a lead needs its room", () => {
    const { serve } = scene(
      [school("R1", ["P1"]), school("R2", ["P2", "P1"], { secondary: "send", specialistDays: 2 })],
      [leader("P1", { expertise: { maths: 2, send: 2 } }), leader("P2")],
      [
        ["R2", "P2", "lead"],
        ["R2", "P1", "specialist"],
      ],
    );
    expect(serve("R1", 1)).toEqual(["R1 P1", "R2 P2"]);
  });
});
