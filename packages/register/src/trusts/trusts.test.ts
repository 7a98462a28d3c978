import { describe, expect, it } from "vitest";
import { accepted, fixture } from "../../test/fixture.ts";
import { readTrusts } from "./index.ts";

const header =
  "\ufeffGroup UID,Group ID,Group Name,Companies House Number,Group Type,Group Status,Closed Date,Joined date,Academy URN,LA (code)";
const readText = async (...lines: readonly string[]) =>
  accepted(await readTrusts(Buffer.from([header, ...lines].join("\n"))));

describe("the file of trusts", () => {
  it("is read behind its UTF-8 mark, days written with slashes", async () => {
    const { lines, records } = accepted(await readTrusts(fixture("trusts.csv")));
    expect(fixture("trusts.csv").subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(records).toHaveLength(lines);
    expect(records[0]).toMatchObject({
      groupUid: "2100",
      groupId: "TR01850",
      groupType: "multi-academy-trust",
      companiesHouseNumber: "07801612",
      laCode: "887",
    });
  });

  it("tells closed trusts from current ones", async () => {
    const { records } = accepted(await readTrusts(fixture("trusts.csv")));
    expect(records.filter(({ current }) => !current)).toHaveLength(3);
  });

  it("takes a trust with a closing date for closed, whatever its status", async () => {
    const { records } = await readText(
      "1,TR1,A TRUST,,Multi-academy trust,Open,31/08/2020,01/09/2013,990001,998",
      "2,TR2,B TRUST,,Single-academy trust,Closed,,01/09/2013,990002,998",
      "3,TR3,C TRUST,,Federation,Open,,,990003,",
    );
    expect(records.map(({ current, groupType }) => [current, groupType])).toEqual([
      [false, "multi-academy-trust"],
      [false, "single-academy-trust"],
      [true, "federation"],
    ]);
  });

  it("leaves broken lines out, each with its reason", async () => {
    const { notTaken } = await readText(
      "1,TR1,A TRUST,,Multi-academy trust,Open,,01/09/2013,,998",
      ",TR1,A TRUST,,Multi-academy trust,Open,,01/09/2013,990001,998",
      "1,TR1,A TRUST,,Multi-academy trust,Open,,09/2013,990001,998",
      "1,TR1,A TRUST,,Multi-academy trust,Open,soon,01/09/2013,990001,998",
      "1,TR1,A TRUST,,Multi-academy trust,Open,,01/09/2013,990001,998",
      "1,TR1,A TRUST,,Multi-academy trust,Open,,01/09/2013,990001,998",
    );
    expect(notTaken.map(({ reason }) => reason)).toEqual([
      "Academy URN is not six digits",
      "Group UID or Group Name is blank",
      "Joined date cannot be read",
      "Closed Date cannot be read",
      "the same membership is already on an earlier line",
    ]);
  });
});
