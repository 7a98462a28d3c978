import type { LinkManner } from "@alongside/domain/school";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture, openWorld, urn, type World } from "../register/world.ts";
import { earlierUrns } from "./line.ts";
import { getSchool } from "./index.ts";

const step = (from: number, to: number, manner: LinkManner = "plain") => ({
  from: urn(from),
  to: urn(to),
  manner,
  date: null,
});

describe("the URNs of a school before its own", () => {
  it("are those of plain successions, nearest first", () => {
    const steps = [step(100001, 100002), step(100002, 100003)];
    expect(earlierUrns(urn(100003), steps)).toEqual([100002, 100001]);
  });

  it("end at a merger, whose results are of other pupils too", () => {
    const merged = [step(100001, 100003, "merged"), step(100002, 100003, "merged")];
    expect(earlierUrns(urn(100003), merged)).toEqual([]);
    expect(earlierUrns(urn(100003), [step(100001, 100003), step(100002, 100003)])).toEqual([]);
  });

  it("end at a split, of which each part is another school", () => {
    const steps = [step(100001, 100002), step(100001, 100003)];
    expect(earlierUrns(urn(100003), steps)).toEqual([]);
  });

  it("come to an end in a ring", () => {
    expect(earlierUrns(urn(100001), [step(100001, 100002), step(100002, 100001)])).toEqual([
      100002,
    ]);
  });
});

describe("the history of a school that changed its URN", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await world.bringIn({});
    await world.bringIn({ kind: "ofsted", bytes: fixture("ofsted.csv") });
    await world.bringIn({ kind: "outcomes", bytes: fixture("ks2.csv") });
    await world.database.client.executeMultiple(`
      UPDATE inspections SET urn = 118318 WHERE urn = 118317;
      UPDATE outcomes SET urn = 118318, from_urn = 118318 WHERE urn = 118320;
      INSERT INTO school_links (urn, link_urn, stated_type, direction, manner, link_name, established_date)
      VALUES (118317, 118318, 'Predecessor', 'predecessor', 'plain', 'The old school', '2024-09-01')`);
  });
  afterAll(() => world.database.drop());

  it("shows its predecessor by the name that the link states", async () => {
    const { line } = await getSchool(world.admin, world.medway, urn(118317));
    expect(line.steps).toMatchObject([
      {
        from: { urn: 118318, name: "The old school", isHere: false },
        to: { urn: 118317, isHere: true },
        date: "2024-09-01",
      },
    ]);
  });

  it("shows the predecessor's inspections and outcomes as such", async () => {
    const { inspections, outcomes } = await getSchool(world.admin, world.medway, urn(118317));
    expect(inspections[0]).toMatchObject({ isCarried: true, fromUrn: 118318 });
    expect(outcomes[0]?.years[0]?.school).toMatchObject({ value: 36, fromUrn: 118318 });
  });
});
