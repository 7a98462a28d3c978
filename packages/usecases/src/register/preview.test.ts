import type { PreviewHeading } from "@alongside/domain/register-import";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { getImport } from "./index.ts";
import { changedFixture, day, fixture, openWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await world.bringIn({});
});
afterEach(() => world.database.drop());

type Change = readonly [from: string, to: string];

const previewOf = async (...changes: readonly Change[]) => {
  const id = await world.check({
    bytes: changedFixture("gias-78-medway.csv", ...changes),
    asOf: day("2026-07-01"),
  });
  const { preview } = await getImport(world.admin, world.medway, id);
  return preview;
};

const linesUnder = async (heading: PreviewHeading, ...changes: readonly Change[]) => {
  const { headings } = await previewOf(...changes);
  expect(Object.keys(headings)).toContain(heading);
  return headings[heading]?.first;
};

const greenvale =
  '"Greenvale Primary School","Community school","Local authority maintained schools","Open","Not applicable"';

describe("the preview of a newer extract", () => {
  it("names the schools that close", async () => {
    expect(
      await linesUnder("closed", [greenvale, greenvale.replace('"Open"', '"Closed"')]),
    ).toEqual([{ urn: 118317, name: "Greenvale Primary School", detail: null }]);
  });

  it("names the schools that open", async () => {
    const [header = "", first = ""] = fixture("gias-78-medway.csv").toString("latin1").split("\n");
    const extra = first.replace('"118317"', '"151000"').replace("Greenvale Primary", "Brand New");
    const opened = await linesUnder("opened", [
      `${header}\n`,
      `${header}\n${extra.replace('"2198"', '"2999"').replace("ME4 5UP", "ME4 6AA")}\n`,
    ]);
    expect(opened).toEqual([{ urn: 151000, name: "Brand New School", detail: null }]);
  });

  it("fills an area that was empty and opens nothing, whatever the register holds of others", async () => {
    const elsewhere = "UPDATE schools SET la_code = '886', urn = urn + 300000";
    await world.database.client.execute(elsewhere);
    const id = await world.check({ bytes: fixture("gias-33-medway.csv") });
    const { preview, summary } = await getImport(world.admin, world.medway, id);
    expect(preview.headings.opened).toBeUndefined();
    expect(summary.added).toBe(103);
  });

  it("names the schools that change name, with both names", async () => {
    const renamed = ["Greenvale Primary School", "Greenvale Community Primary School"] as const;
    expect(await linesUnder("renamed", renamed)).toEqual([
      {
        urn: 118317,
        name: "Greenvale Community Primary School",
        detail: "Greenvale Primary School → Greenvale Community Primary School",
      },
    ]);
  });

  it("names the schools that change trust, with both trusts", async () => {
    expect(
      await linesUnder("moved-trust", ['"2400","FORTIS TRUST"', '"9999","OTHER TRUST"']),
    ).toMatchObject([
      { urn: 140701, name: "Bradfields Academy", detail: "FORTIS TRUST → OTHER TRUST" },
    ]);
  });

  it("names the schools that become academies", async () => {
    const academy = greenvale
      .replace("Community school", "Academy converter")
      .replace("Local authority maintained schools", "Academies");
    expect(await linesUnder("academised", [greenvale, academy])).toMatchObject([{ urn: 118317 }]);
  });

  it("names the open schools that the file leaves out, and leaves them as they are", async () => {
    const lines = fixture("gias-78-medway.csv").toString("latin1").split("\n");
    const gone = lines.find((line) => line.startsWith('"118330"')) ?? "";
    const absent = await linesUnder("not-in-file", [`${gone}\n`, ""]);
    expect(absent).toEqual([{ urn: 118330, name: "Crest Infant School", detail: null }]);
  });

  it("puts what has no heading of its own under the other changes, by the name of the value", async () => {
    expect(await linesUnder("other-change", ['"Symons Avenue"', '"Symons Road"'])).toEqual([
      { urn: 118317, name: "Greenvale Primary School", detail: "street" },
    ]);
  });

  it("warns of a file that is older than the register", async () => {
    expect((await previewOf()).isOlderThanRegister).toBe(false);
    const id = await world.check({ asOf: day("2025-01-01") });
    const { preview } = await getImport(world.admin, world.medway, id);
    expect(preview.isOlderThanRegister).toBe(true);
  });

  it("lists the columns that the file has not", async () => {
    const id = await world.check({ bytes: fixture("gias-33-medway.csv") });
    const { summary } = await getImport(world.admin, world.medway, id);
    expect(summary.missingColumns).toContain("NumberOfPupils");
  });
});
