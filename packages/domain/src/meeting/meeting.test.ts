import { describe, expect, it } from "vitest";
import type { Actor, Grant } from "../identity/index.ts";
import { toId, type AreaId, type PersonId } from "../identity/index.ts";
import type { IsoDate } from "../school/index.ts";
import {
  addSeat,
  closeAction,
  endSeat,
  isCarriedTo,
  isOverdue,
  issuePack,
  mayApproveMinutes,
  mayCloseAction,
  mayKeepBody,
  mayReadBody,
  meetingCommands,
  meetingStates,
  meetingTransitions,
  minuteMeeting,
  moveMeeting,
  nextPack,
  quorumOf,
  takeDecision,
  type Action,
  type Seat,
} from "./index.ts";

const day = (text: string): IsoDate => text as IsoDate;
const id = (name: string) => toId<PersonId>(name);
const here = toId<AreaId>("here");
const today = day("2026-05-06");

const seat = (name: string, given: Partial<Seat> = {}): Seat => ({
  personId: id(name),
  role: "member",
  fromOn: day("2026-01-01"),
  untilOn: null,
  ...given,
});
const person = (name: string, ...grants: readonly Grant[]): Actor => ({
  kind: "person",
  personId: id(name),
  name,
  grants,
});
const seats = [
  seat("chad", { role: "chair" }),
  seat("dora", { role: "deputy" }),
  seat("clara", { role: "clerk" }),
  seat("mia"),
  seat("old", { untilOn: day("2026-04-30") }),
];
const place = { areaId: here, seats, today };

describe("a seat", () => {
  it("is one at a time for a person, and one chair and deputy at a time for a body", () => {
    const fault = (one: Seat) => {
      const added = addSeat(seats, one);
      return added.ok ? "added" : added.refusal.kind;
    };
    expect(fault(seat("nia"))).toBe("added");
    expect(fault(seat("mia"))).toBe("seat-taken");
    expect(fault(seat("old", { fromOn: day("2026-05-01") }))).toBe("added");
    expect(fault(seat("old", { fromOn: day("2026-04-30") }))).toBe("seat-taken");
    for (const role of ["chair", "deputy"] as const)
      expect(fault(seat("nia", { role }))).toBe("office-taken");
    expect(fault(seat("nia", { untilOn: day("2025-12-31") }))).toBe("seat-dates-wrong");
    expect(endSeat(seat("mia"), day("2025-12-31")).ok).toBe(false);
    const over = seat("mia", { untilOn: day("2026-02-01") });
    expect(endSeat(over, day("2026-01-31")).ok).toBe(true);
    expect(endSeat(over, day("2026-02-02"))).toEqual({
      ok: false,
      refusal: { kind: "seat-over", on: "2026-02-01" },
    });
  });
});

describe("rights in a body", () => {
  const names = ["chad", "dora", "clara", "mia", "old", "else"];
  it("go by the seats of today", () => {
    const who = (may: (actor: Actor) => boolean) => names.filter((name) => may(person(name)));
    expect(who((actor) => mayReadBody(actor, place))).toEqual(["chad", "dora", "clara", "mia"]);
    expect(who((actor) => mayKeepBody(actor, place))).toEqual(["clara"]);
    expect(who((actor) => mayApproveMinutes(actor, place, [id("chad")]))).toEqual(["chad"]);
    expect(who((actor) => mayApproveMinutes(actor, place, [id("dora")]))).toEqual(["chad", "dora"]);
    expect(who((actor) => mayCloseAction(actor, place, { ownerId: id("else") }))).toEqual([
      "clara",
      "else",
    ]);
  });

  it("go by the roles of the area for those without a seat", () => {
    const may = (role: Grant["role"]) => {
      const actor = person("x", { role, areaId: here });
      return [mayReadBody(actor, place), mayKeepBody(actor, place)];
    };
    expect(may("officer")).toEqual([true, false]);
    expect(may("board-clerk")).toEqual([true, true]);
    expect(may("partnership-administrator")).toEqual([true, true]);
    for (const role of ["board-member", "zone-coordinator", "head"] as const)
      expect(may(role)).toEqual([false, false]);
  });
});

describe("a meeting", () => {
  it("answers every command in every state as its table says", () => {
    for (const state of meetingStates)
      for (const command of meetingCommands) {
        const [next] = meetingTransitions[state][command];
        const moved = moveMeeting(state, command);
        if (next === undefined)
          expect(moved).toMatchObject({
            ok: false,
            refusal: { machine: "meeting", state, command },
          });
        else expect(moved).toEqual({ ok: true, value: next });
      }
  });

  it("is minuted on its day and after", () => {
    const meeting = { state: "planned" as const, date: today };
    expect(minuteMeeting(meeting, day("2026-05-05"))).toMatchObject({ ok: false });
    expect(minuteMeeting(meeting, today)).toEqual({ ok: true, value: "held" });
  });

  it("decides with a quorum of members, among whom no clerk and nobody without a seat counts", () => {
    const present = ["chad", "clara", "old", "else"].map(id);
    const given = { seats, day: today, quorum: 2 };
    const few = quorumOf({ present, apologies: [], interests: [] }, given);
    expect(few).toEqual({ present: 1, needed: 2, isQuorate: false });
    expect(takeDecision("held", few)).toMatchObject({
      ok: false,
      refusal: { kind: "not-quorate", present: 1, needed: 2 },
    });
    const enough = { present: [...present, id("mia")], apologies: [], interests: [] };
    expect(takeDecision("held", quorumOf(enough, given)).ok).toBe(true);
    expect(takeDecision("approved", quorumOf(enough, given)).ok).toBe(false);
  });
});

describe("an action", () => {
  const action: Action = {
    state: "open",
    ownerId: id("mia"),
    dueOn: today,
    setOn: day("2026-03-04"),
    closedOn: null,
  };
  it("is late after its day, and is ended once", () => {
    expect([isOverdue(action, today), isOverdue(action, day("2026-05-07"))]).toEqual([false, true]);
    const done = closeAction(action, { state: "done", on: today });
    if (!done.ok) throw new Error("it was refused");
    expect(isOverdue(done.value, day("2026-06-01"))).toBe(false);
    expect(closeAction(done.value, { state: "dropped", on: today }).ok).toBe(false);
  });

  it("is carried to every later meeting until it is ended", () => {
    expect(isCarriedTo(action, day("2026-03-04"))).toBe(false);
    expect(isCarriedTo(action, today)).toBe(true);
    const ended = { ...action, closedOn: day("2026-05-01") };
    expect(isCarriedTo(ended, today)).toBe(false);
    expect(isCarriedTo(ended, day("2026-04-01"))).toBe(true);
  });
});

describe("a pack", () => {
  const made = (isIssued: boolean) => [
    { number: 2, isIssued },
    { number: 1, isIssued: false },
  ];
  it("is numbered on until one is issued, which is the newest", () => {
    expect(nextPack([])).toEqual({ ok: true, value: 1 });
    expect(nextPack(made(false))).toEqual({ ok: true, value: 3 });
    expect(nextPack(made(true))).toMatchObject({ ok: false, refusal: { kind: "pack-issued" } });
    expect(issuePack(made(false), 2)).toEqual({ ok: true, value: 2 });
    expect(issuePack(made(false), 1)).toMatchObject({ refusal: { kind: "pack-replaced" } });
    expect(issuePack(made(true), 2)).toMatchObject({ refusal: { kind: "pack-issued" } });
  });
});
