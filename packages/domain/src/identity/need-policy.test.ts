import { describe, expect, it } from "vitest";
import { isUrn } from "../school/index.ts";
import {
  anonymous,
  commandLine,
  maySeeNeed,
  mayPrepareNeed,
  maySubmitNeed,
  mayTriageNeed,
  needAudienceOf,
  needScopeOf,
  ownSchoolsOf,
  toId,
  type Actor,
  type AreaId,
  type Grant,
  type NeedPlace,
  type PersonId,
  type ZoneId,
} from "./index.ts";

const urnOf = (value: number) => {
  if (!isUrn(value)) throw new Error("no URN");
  return value;
};
const here = toId<AreaId>("here");
const there = toId<AreaId>("there");
const north = toId<ZoneId>("north");
const east = toId<ZoneId>("east");
const urn = urnOf(900001);
const place: NeedPlace = { areaId: here, urn, zoneIds: [north] };

const person = (...grants: readonly Grant[]): Actor => ({
  kind: "person",
  personId: toId<PersonId>("p"),
  name: "P",
  grants,
});

const actors = {
  head: person({ role: "head", areaId: here, urn }),
  staff: person({ role: "school-staff", areaId: here, urn }),
  "head of another school": person({ role: "head", areaId: here, urn: urnOf(900002) }),
  "head there": person({ role: "head", areaId: there, urn }),
  leader: person({ role: "leader", areaId: here, urn }),
  coordinator: person({ role: "zone-coordinator", areaId: here, zoneId: north }),
  "acting coordinator": person({
    role: "zone-coordinator",
    areaId: here,
    zoneId: north,
    mayActOnBehalf: true,
  }),
  "coordinator elsewhere": person({
    role: "zone-coordinator",
    areaId: here,
    zoneId: east,
    mayActOnBehalf: true,
  }),
  officer: person({ role: "officer", areaId: here }),
  "officer there": person({ role: "officer", areaId: there, mayActOnBehalf: true }),
  administrator: person({ role: "partnership-administrator", areaId: here }),
  board: person({ role: "board-member", areaId: here }),
  operator: person({ role: "operator" }),
  "command line": commandLine,
  nobody: anonymous,
} as const satisfies Readonly<Record<string, Actor>>;

const whoMay = (may: (actor: Actor) => boolean): readonly string[] =>
  Object.entries(actors)
    .filter(([, actor]) => may(actor))
    .map(([name]) => name);

describe("a need", () => {
  it("is prepared by its school, or on its behalf", () => {
    expect(whoMay((actor) => mayPrepareNeed(actor, place))).toEqual([
      "head",
      "staff",
      "acting coordinator",
    ]);
  });

  it("is sent by its head, or on its behalf", () => {
    expect(whoMay((actor) => maySubmitNeed(actor, place))).toEqual(["head", "acting coordinator"]);
  });

  it("is triaged in its zone, or by an officer", () => {
    const triagers = ["coordinator", "acting coordinator", "officer"];
    expect(whoMay((actor) => mayTriageNeed(actor, place))).toEqual(triagers);
  });

  it("is its school's alone while it is a draft", () => {
    const draft = { isDraft: true, isBegunOnBehalf: false };
    expect(whoMay((actor) => maySeeNeed(actor, place, draft))).toEqual(["head", "staff"]);
  });

  it("begun on behalf is seen by those who may act for the school too", () => {
    const draft = { isDraft: true, isBegunOnBehalf: true };
    expect(whoMay((actor) => maySeeNeed(actor, place, draft))).toEqual([
      "head",
      "staff",
      "acting coordinator",
    ]);
  });

  it("that was sent is seen by the partnership's staff of its zone and area", () => {
    const sent = { isDraft: false, isBegunOnBehalf: false };
    expect(whoMay((actor) => maySeeNeed(actor, place, sent))).toEqual([
      "head",
      "staff",
      "coordinator",
      "acting coordinator",
      "officer",
      "administrator",
    ]);
  });

  it("of a school in no zone is nobody's but the school's, the officer's and the administrator's", () => {
    const nowhere = { ...place, zoneIds: [] };
    expect(whoMay((actor) => needAudienceOf(actor, nowhere) === "coordinator")).toEqual([
      "officer",
      "administrator",
    ]);
    expect(whoMay((actor) => needAudienceOf(actor, nowhere) === "own-school")).toEqual([
      "head",
      "staff",
    ]);
  });
});

describe("a queue", () => {
  it("is had by coordinators, officers and administrators", () => {
    expect(whoMay((actor) => needScopeOf(actor, here) !== undefined)).toEqual([
      "coordinator",
      "acting coordinator",
      "coordinator elsewhere",
      "officer",
      "administrator",
    ]);
    expect(needScopeOf(actors.coordinator, here)).toEqual({ kind: "zones", zoneIds: [north] });
    expect(needScopeOf(actors.officer, here)).toEqual({ kind: "area" });
  });
});

describe("own schools", () => {
  it("are those of a head or of the staff, each once, in this area", () => {
    const both = person(
      { role: "head", areaId: here, urn },
      { role: "school-staff", areaId: here, urn },
      { role: "head", areaId: there, urn: urnOf(900003) },
      { role: "leader", areaId: here, urn: urnOf(900002) },
    );
    expect(ownSchoolsOf(both, here)).toEqual([urn]);
  });
});
