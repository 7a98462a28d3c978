import { describe, expect, it } from "vitest";
import {
  anonymous,
  commandLine,
  mayAnswerRound,
  mayRunRound,
  toId,
  type Actor,
  type AreaId,
  type Grant,
  type PersonId,
  type ZoneId,
} from "./index.ts";

const here = toId<AreaId>("here");
const there = toId<AreaId>("there");
const north = toId<ZoneId>("north");
const east = toId<ZoneId>("east");
const me = toId<PersonId>("p");

const person = (...grants: readonly Grant[]): Actor => ({
  kind: "person",
  personId: me,
  name: "P",
  grants,
});
const coordinatorOf = (zoneId: ZoneId, areaId = here): Grant => ({
  role: "zone-coordinator",
  areaId,
  zoneId,
});

const actors: Readonly<Record<string, Actor>> = {
  "coordinator of north": person(coordinatorOf(north)),
  "coordinator of both": person(coordinatorOf(north), coordinatorOf(east)),
  "coordinator there": person(coordinatorOf(north, there)),
  officer: person({ role: "officer", areaId: here }),
  "officer there": person({ role: "officer", areaId: there }),
  administrator: person({ role: "partnership-administrator", areaId: here }),
  head: person({ role: "head", areaId: here }),
  "board member": person({ role: "board-member", areaId: here }),
  operator: person({ role: "operator" }),
  "command line": commandLine,
  nobody: anonymous,
};

const whoMay = (may: (actor: Actor) => boolean): readonly string[] =>
  Object.entries(actors).flatMap(([name, actor]) => (may(actor) ? [name] : []));

describe("a round", () => {
  it("of a zone is run by its coordinator, officers and administrators", () => {
    expect(whoMay((actor) => mayRunRound(actor, { areaId: here, zoneIds: [north] }))).toEqual([
      "coordinator of north",
      "coordinator of both",
      "officer",
      "administrator",
    ]);
  });

  it("of two zones is run by whoever coordinates both", () => {
    expect(whoMay((actor) => mayRunRound(actor, { areaId: here, zoneIds: [north, east] }))).toEqual(
      ["coordinator of both", "officer", "administrator"],
    );
  });

  it("of the whole area is not a coordinator's", () => {
    expect(whoMay((actor) => mayRunRound(actor, { areaId: here, zoneIds: [] }))).toEqual([
      "officer",
      "administrator",
    ]);
  });

  it("is answered by members of the panel who have a part in the area", () => {
    const panel = [me];
    expect(mayAnswerRound(person({ role: "head", areaId: here }), { areaId: here }, panel)).toBe(
      true,
    );
    expect(mayAnswerRound(person({ role: "head", areaId: there }), { areaId: here }, panel)).toBe(
      false,
    );
    expect(mayAnswerRound(person({ role: "head", areaId: here }), { areaId: here }, [])).toBe(
      false,
    );
    expect(mayAnswerRound(anonymous, { areaId: here }, panel)).toBe(false);
  });
});
