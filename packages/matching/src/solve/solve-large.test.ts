import { expect, it } from "vitest";
import { pursuitFrom } from "../../test/pursuit.ts";
import { problemFrom } from "../../test/tiny-round.ts";
import { daily } from "../../test/whole.ts";
import { generate } from "../generate/generate.ts";
import { solve, verify } from "../index.ts";
import { emptyDraft } from "./draft.ts";
import { bestGreedy } from "./greedy.ts";
import { buildModel } from "./model.ts";
import { largeFrom } from "./large.ts";
import { pursueLarge } from "./solve-large.ts";

/** So many of a region's schools and leaders, with what they say of each other. */
const partOfRegion = (requestCount: number, providerCount: number) => {
  const file = generate({ size: "region", seed: "s1" });
  const requests = file.requests.slice(0, requestCount);
  const providers = file.providers.slice(0, providerCount);
  const [asking, offering] = [requests, providers].map((list) => new Set(list.map(({ id }) => id)));
  const isInside = (pair: { readonly request: string; readonly provider: string }) =>
    asking?.has(pair.request) === true && offering?.has(pair.provider) === true;
  return problemFrom({
    ...file,
    requests,
    providers,
    pins: file.pins.filter(isInside),
    forbid: file.forbid.filter(isInside),
  });
};

it("solves a region: better than a list, with bounds that the verifier confirms", () => {
  const problem = partOfRegion(daily(500, 1000), daily(300, 600));
  expect(problem.requests.length).toBeGreaterThan(largeFrom);
  const plan = solve(problem, {
    work: daily(1_000_000, 15_000_000),
  });
  const greedy = bestGreedy(buildModel(problem)).value;
  const at = plan.servedByBand.findIndex((served, band) => served !== greedy[band]);
  expect(plan.servedByBand[at] ?? 0).toBeGreaterThan(greedy[at] ?? 0);
  expect(verify(problem, plan)).toMatchObject({ faults: [], restsOnSearch: false });
  const asking = [1, 2, 3, 4].map((band) => problem.requests.filter((r) => r.band === band).length);
  const sharp = plan.bounds.servedByBand.filter((bound, band) => bound < (asking[band] ?? 0));
  expect(sharp.length).toBeGreaterThan(1);
}, 120_000);

/** One leader with days for one school of the first band given, or for three of the next. */
const oneOrThree = (band: number, days: number) => {
  const place = { la: "A", zone: "Z1", x: 0, y: 0 };
  const school = (id: string, at: { readonly band: number; readonly days: number }) => ({
    ...at,
    id,
    ...place,
    urn: Number(id),
    phase: "primary",
    window: "any",
    primary: "maths",
  });
  const lesser = ["2", "3", "4"].map((id) => school(id, { band: band + 1, days: days / 3 }));
  return problemFrom({
    format: "brokering-round/1",
    name: "one or three",
    requests: [school("1", { band, days }), ...lesser],
    providers: [
      {
        id: "P",
        kind: "NLE",
        ...place,
        urn: 9,
        phases: ["primary"],
        expertise: { maths: 3 },
        impact: 50,
        days,
        daysEarly: days,
        daysLate: days,
        maxSchools: 4,
        maxKm: 10,
        fitToSupport: true,
      },
    ],
  });
};

it.each([1, 2, 3])("gives up no lead of band %i for three of the next", (band) => {
  const pursuit = pursuitFrom(emptyDraft(buildModel(oneOrThree(band, 18))));
  pursueLarge(pursuit);
  expect(pursuit.best.value[band - 1]).toBe(1);
});
