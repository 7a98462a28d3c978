import { describe, expect, it } from "vitest";
import {
  anonymous,
  commandLine,
  needsSecondFactor,
  provedRecently,
  roles,
  toActor,
  toId,
  type AreaId,
  type PersonId,
  type Role,
} from "./index.ts";

const areaId = toId<AreaId>("a");
const now = Date.parse("2026-03-02T09:00:00Z");
const person = (role: Role, hasSecondFactor: boolean, secondFactorAt: number | null = null) =>
  toActor({
    personId: toId<PersonId>("p"),
    name: "Ada",
    grants: [{ role, areaId }],
    hasSecondFactor,
    isDemonstration: false,
    secondFactorAt,
  });

const needed: Readonly<Record<Role, boolean>> = {
  head: false,
  "school-staff": false,
  leader: false,
  "organisation-administrator": false,
  "zone-coordinator": true,
  officer: true,
  "board-member": true,
  "board-clerk": true,
  "partnership-administrator": true,
  operator: true,
};

describe("the second factor", () => {
  it.each(roles)("is needed as the list says for: %s", (role) => {
    expect(needsSecondFactor([{ role }])).toBe(needed[role]);
  });

  it.each(roles)("lets nobody who lacks it use a part that needs it: %s", (role) => {
    const actor = person(role, false);
    expect(actor).toMatchObject(
      needed[role] ? { grants: [], awaits: "enrolment" } : { grants: [{ role, areaId }] },
    );
  });

  it.each(roles)("is asked of everyone who has one: %s", (role) => {
    expect(person(role, true)).toMatchObject({ grants: [], awaits: "second-factor" });
    expect(person(role, true, now)).toMatchObject({ grants: [{ role, areaId }] });
    expect(person(role, true, now)).not.toHaveProperty("awaits");
  });

  it("withholds all parts of a person of whom one needs it", () => {
    const grants = [
      { role: "head" as const, areaId },
      { role: "officer" as const, areaId },
    ];
    const actor = toActor({
      personId: toId<PersonId>("p"),
      name: "Ada",
      grants,
      hasSecondFactor: false,
      isDemonstration: false,
      secondFactorAt: null,
    });
    expect(actor).toMatchObject({ grants: [], awaits: "enrolment" });
  });

  it("is not needed by the invented people of the demonstration, who may still have one", () => {
    const invented = {
      personId: toId<PersonId>("p"),
      name: "Ada",
      grants: [{ role: "officer" as const, areaId }],
      isDemonstration: true,
      secondFactorAt: null,
    };
    const without = toActor({ ...invented, hasSecondFactor: false });
    expect(without).toMatchObject({ grants: invented.grants, isDemonstration: true });
    expect(provedRecently(without, now)).toBe(true);
    expect(toActor({ ...invented, hasSecondFactor: true })).toMatchObject({ grants: [] });
  });

  it("counts as recent for 15 minutes", () => {
    expect(provedRecently(person("officer", true, now), now + 15 * 60_000 - 1)).toBe(true);
    expect(provedRecently(person("officer", true, now), now + 15 * 60_000)).toBe(false);
  });

  it("is not recent for whoever has shown none, and no matter for whoever needs none", () => {
    expect(provedRecently(person("officer", false), now)).toBe(false);
    expect(provedRecently(person("officer", true), now)).toBe(false);
    expect(provedRecently(person("head", false), now)).toBe(true);
    expect(provedRecently(person("head", true, now - 60 * 60_000), now)).toBe(false);
    expect(provedRecently(anonymous, now)).toBe(false);
    expect(provedRecently(commandLine, now)).toBe(true);
  });
});
