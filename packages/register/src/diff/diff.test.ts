import { isIsoDate, isLaCode, isUrn, type SchoolRecord } from "@alongside/domain/school";
import { describe, expect, it } from "vitest";
import { accepted, fixture } from "../../test/fixture.ts";
import { readGias } from "../gias/index.ts";
import { readLinks } from "../links/index.ts";
import { diff } from "./index.ts";

const school = (urn: number, facts: Partial<SchoolRecord> = {}): SchoolRecord => {
  const laCode = "998";
  if (!isUrn(urn) || !isLaCode(laCode)) throw new Error(`${urn} is no URN`);
  return {
    urn,
    laCode,
    laName: "Marlshire",
    name: `School ${urn}`,
    status: "open",
    phase: "primary",
    setting: "mainstream",
    ...facts,
  };
};

const urns = (schools: readonly { readonly urn: number }[]) => schools.map(({ urn }) => urn);

describe("an extract against a register", () => {
  it("that holds the same changes nothing", async () => {
    const { records } = accepted(await readGias(fixture("gias-33-medway.csv")));
    const found = diff({ previous: records, next: records });
    expect(found).toMatchObject({ added: [], changed: [], unchanged: 103, absent: [] });
  });

  it("that is empty adds every school and opens none", () => {
    const { added, opened } = diff({ previous: [], next: [school(990001)] });
    expect({ added: urns(added), opened }).toEqual({ added: [990001], opened: [] });
  });

  it("tells field by field what was and what is", () => {
    const { changed, renamed } = diff({
      previous: [school(990001, { pupils: 200, town: "Marlford" })],
      next: [school(990001, { name: "Weir School", pupils: null, town: "Marlford" })],
    });
    expect(changed.map(({ fields }) => fields)).toEqual([
      [
        { field: "name", before: "School 990001", after: "Weir School" },
        { field: "pupils", before: 200, after: null },
      ],
    ]);
    expect(renamed.map(({ after }) => after.urn)).toEqual([990001]);
  });

  it("takes a column that the file lacks for silence, not for a change", () => {
    const { changed, unchanged } = diff({
      previous: [school(990001, { easting: 576183, pupils: 200 })],
      next: [school(990001)],
    });
    expect({ changed, unchanged }).toEqual({ changed: [], unchanged: 1 });
  });

  it("names schools that closed, opened, arrived and went missing", () => {
    const found = diff({
      previous: [
        school(990001),
        school(990002, { status: "proposed-to-open" }),
        school(990003),
        school(990004, { status: "closed" }),
      ],
      next: [
        school(990001, { status: "closed" }),
        school(990002),
        school(990004, { status: "closed" }),
        school(990005),
        school(990006, { status: "closed" }),
      ],
    });
    expect(found.closed.map(({ after }) => after.urn)).toEqual([990001]);
    expect(urns(found.opened)).toEqual([990002, 990005]);
    expect(urns(found.added)).toEqual([990005, 990006]);
    expect(urns(found.absent)).toEqual([990003]);
  });
});

describe("moves between trusts", () => {
  const inTrust = (trustCode: string | null, trustName: string | null = trustCode) =>
    school(990001, { trustCode, trustName });

  it("are told by the trust's number", () => {
    const { movedTrust } = diff({ previous: [inTrust("1")], next: [inTrust("2")] });
    expect(movedTrust).toMatchObject([{ from: { code: "1" }, to: { code: "2" } }]);
  });

  it("include joining and leaving", () => {
    expect(diff({ previous: [inTrust(null)], next: [inTrust("2")] }).movedTrust).toHaveLength(1);
    expect(diff({ previous: [inTrust("1")], next: [inTrust(null)] }).movedTrust).toHaveLength(1);
  });

  it("are not a trust's new name, nor a first word about trusts", () => {
    const renamed = diff({ previous: [inTrust("1", "OLD")], next: [inTrust("1", "NEW")] });
    expect({ moved: renamed.movedTrust, changed: renamed.changed.length }).toEqual({
      moved: [],
      changed: 1,
    });
    expect(diff({ previous: [school(990001)], next: [inTrust("1")] }).movedTrust).toEqual([]);
  });
});

describe("schools that became academies", () => {
  const maintained = school(990001, {
    type: "Community school",
    establishmentNumber: "2001",
    postcode: "ME4 5UP",
    name: "Weir Primary School",
  });
  const closed = { ...maintained, status: "closed" } as const;
  const academy = school(990009, {
    type: "Academy converter",
    establishmentNumber: "2001",
    postcode: "ME4 5UP",
    name: "Weir Primary Academy",
  });

  it("are found by a link", async () => {
    const links = Buffer.from("URN,LinkURN,LinkType\n990009,990001,Predecessor\n");
    const { academised } = diff({
      previous: [maintained],
      next: [closed, { ...academy, establishmentNumber: "9", postcode: null }],
      links: accepted(await readLinks(links)).records,
    });
    expect(academised).toEqual([{ from: 990001, to: 990009, by: "link" }]);
  });

  it("are found by their number within the authority, closed or gone from the file", () => {
    const moved = { ...academy, postcode: null };
    const expected = [{ from: 990001, to: 990009, by: "same-place" }];
    expect(diff({ previous: [maintained], next: [closed, moved] }).academised).toEqual(expected);
    expect(diff({ previous: [maintained], next: [moved] }).academised).toEqual(expected);
  });

  it("are found by postcode, phase and name when the number is new", () => {
    const renumbered = { ...academy, establishmentNumber: "4001" };
    expect(diff({ previous: [maintained], next: [closed, renumbered] }).academised).toHaveLength(1);
    const other = { ...renumbered, name: "Hollin Primary Academy" };
    expect(diff({ previous: [maintained], next: [closed, other] }).academised).toEqual([]);
  });

  it("are not an academy beside a school that goes on", () => {
    expect(diff({ previous: [maintained], next: [maintained, academy] }).academised).toEqual([]);
  });

  it("are not an academy that follows an academy", () => {
    const before = { ...maintained, type: "Academy sponsor led" };
    expect(diff({ previous: [before], next: [academy] }).academised).toEqual([]);
  });

  it("are found where the type changed under the same URN", () => {
    const { academised } = diff({
      previous: [maintained],
      next: [{ ...maintained, type: "Academy converter" }],
    });
    expect(academised).toEqual([{ from: 990001, to: 990001, by: "type-change" }]);
  });
});

describe("a day", () => {
  it("counts as changed when only it does", () => {
    const openDate = "2020-09-01";
    if (!isIsoDate(openDate)) throw new Error("no day");
    const { changed } = diff({
      previous: [school(990001, { openDate: null })],
      next: [school(990001, { openDate })],
    });
    expect(changed).toHaveLength(1);
  });
});
