import { anonymous } from "@alongside/domain/identity";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkImport, confirmImport, discardImport, getImport, listImports } from "./index.ts";
import {
  changedFixture,
  day,
  fixture,
  openWorld,
  personIn,
  refusalOf,
  silent,
  type World,
} from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.database.drop());

const confirm = (id: number) => confirmImport(world.admin, world.medway, { id, progress: silent });

const stateOf = async (id: number) => (await getImport(world.admin, world.medway, id)).state;

describe("a file that was checked", () => {
  it("waits with its preview, and nothing has changed", async () => {
    const before = await world.contents();
    const id = await world.check({});
    const row = await getImport(world.admin, world.medway, id);
    expect(row).toMatchObject({ state: "checked", source: "Get Information about Schools (DfE)" });
    expect(row.summary).toMatchObject({ lines: 11, taken: 11, added: 11, changed: 0 });
    expect(await world.contents()).toBe(before);
    expect(await world.eventKinds()).toEqual(["import-checked"]);
  });

  it("enters the register when it is confirmed, and its bytes are let go", async () => {
    const id = await world.bringIn({});
    expect(await stateOf(id)).toBe("confirmed");
    const { rows } = await world.database.client.execute(
      "SELECT (SELECT count(*) FROM schools) AS schools, (SELECT count(*) FROM import_files) AS files",
    );
    expect(rows[0]).toMatchObject({ schools: 11, files: 0 });
    expect(await world.eventKinds()).toEqual(["import-checked", "import-confirmed"]);
  });

  it("leaves no trace in the register when it is set aside", async () => {
    const before = await world.contents();
    const id = await world.check({});
    await discardImport(world.admin, world.medway, id);
    expect(await stateOf(id)).toBe("discarded");
    expect(await world.contents()).toBe(before);
    expect(await world.eventKinds()).toEqual(["import-checked", "import-discarded"]);
  });

  it("takes the area's own lines alone, and says so of the others", async () => {
    const bytes = changedFixture("gias-78-medway.csv", [
      '"118320","887","Medway"',
      '"118320","886","Kent"',
    ]);
    const { summary } = await getImport(world.admin, world.medway, await world.check({ bytes }));
    expect(summary.taken).toBe(10);
    expect(summary.notTaken).toMatchObject([{ line: 3, urn: "118320" }]);
  });
});

describe("the same file again", () => {
  it("changes nothing, and says so", async () => {
    await world.bringIn({});
    const id = await world.check({});
    const { summary, preview } = await getImport(world.admin, world.medway, id);
    expect(summary).toMatchObject({ added: 0, changed: 0, closed: 0, unchanged: 11 });
    expect(preview.headings).toEqual({});
    const before = await world.contents();
    await confirm(id);
    const rowsOf = (text: string) => text.replaceAll(/"[a-z_]*import_id":\d+/g, "");
    expect(rowsOf(await world.contents())).toBe(rowsOf(before));
  });
});

describe("an import refuses", () => {
  it("whoever does not administer the area, at every step", async () => {
    const id = await world.check({});
    const upload = {
      kind: "gias",
      fileName: "f.csv",
      bytes: fixture("gias-78-medway.csv"),
      asOf: day("2026-06-02"),
    } as const;
    const { medway, kent, as } = world;
    const others = [
      as(anonymous),
      as(personIn(medway.id, "head")),
      as(personIn(medway.id, "zone-coordinator")),
      as(personIn(kent.id, "partnership-administrator")),
    ];
    for (const ctx of others) {
      const refused = { kind: "not-allowed" };
      const check = () => checkImport(ctx, medway, { upload, progress: silent });
      expect(await refusalOf(check)).toEqual(refused);
      const go = () => confirmImport(ctx, medway, { id, progress: silent });
      expect(await refusalOf(go)).toEqual(refused);
      expect(await refusalOf(() => discardImport(ctx, medway, id))).toEqual(refused);
      expect(await refusalOf(() => getImport(ctx, medway, id))).toEqual(refused);
      expect(
        await refusalOf(async () => listImports(ctx, medway, { offset: 0, limit: 5 })),
      ).toEqual(refused);
    }
    expect(await stateOf(id)).toBe("checked");
  });

  it("an import of another area as if it did not exist", async () => {
    const id = await world.check({});
    const { kent, as } = world;
    const other = as(personIn(kent.id, "partnership-administrator"));
    const missing = { kind: "not-found" };
    expect(await refusalOf(() => getImport(other, kent, id))).toEqual(missing);
    expect(await refusalOf(() => confirmImport(other, kent, { id, progress: silent }))).toEqual(
      missing,
    );
    expect(await refusalOf(() => discardImport(other, kent, id))).toEqual(missing);
    expect(await listImports(other, kent, { offset: 0, limit: 5 })).toEqual({
      lines: [],
      total: 0,
    });
    expect(await refusalOf(() => getImport(other, kent, 999))).toEqual(missing);
  });

  it("what was confirmed or set aside already", async () => {
    const done = await world.bringIn({});
    expect(await refusalOf(() => confirm(done))).toEqual({
      kind: "import-already-handled",
      state: "confirmed",
    });
    const aside = await world.check({});
    await discardImport(world.admin, world.medway, aside);
    expect(await refusalOf(() => confirm(aside))).toEqual({
      kind: "import-already-handled",
      state: "discarded",
    });
    expect(await refusalOf(() => discardImport(world.admin, world.medway, aside))).toMatchObject({
      kind: "import-already-handled",
    });
  });

  it("one of two confirmations at the same moment", async () => {
    const id = await world.check({});
    const both = await Promise.allSettled([confirm(id), confirm(id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await world.eventKinds()).filter((kind) => kind === "import-confirmed")).toHaveLength(
      1,
    );
  });

  it("a confirmation and a setting aside at the same moment, all but the first", async () => {
    const id = await world.check({});
    const both = await Promise.allSettled([
      confirm(id),
      discardImport(world.admin, world.medway, id),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { refusal: { kind: "import-already-handled", state: await stateOf(id) } },
    });
    const { rows } = await world.database.client.execute("SELECT count(*) AS held FROM schools");
    expect(rows[0]?.["held"]).toBe((await stateOf(id)) === "confirmed" ? 11 : 0);
  });

  it("a confirmation of a preview that no longer holds, and keeps a new preview", async () => {
    const id = await world.check({});
    await world.bringIn({});
    expect(await refusalOf(() => confirm(id))).toEqual({ kind: "preview-out-of-date" });
    const { summary, state } = await getImport(world.admin, world.medway, id);
    expect(state).toBe("checked");
    expect(summary).toMatchObject({ added: 0, unchanged: 11 });
    await confirm(id);
    expect(await stateOf(id)).toBe("confirmed");
  });
});

type Expected = Readonly<Record<string, { readonly reader: string }>>;

const kindOfReader = { gias: "gias", links: "links", ofsted: "ofsted", ks2: "outcomes" } as const;

const isReader = (name: string): name is keyof typeof kindOfReader => name in kindOfReader;

const broken: Expected = JSON.parse(fixture("broken/expected.json").toString("utf8"));

describe("a broken file", () => {
  it.each(Object.entries(broken))(
    "%s is refused with a sentence and changes nothing",
    async (name, { reader }) => {
      if (!isReader(reader)) throw new Error(`${reader} reads no file of the corpus`);
      await world.bringIn({});
      const before = await world.contents();
      const refusal = await refusalOf(() =>
        world.check({ kind: kindOfReader[reader], bytes: fixture(`broken/${name}`) }),
      );
      expect(refusal).toMatchObject({ kind: "file-not-readable" });
      expect("sentence" in refusal && refusal.sentence.length).toBeGreaterThan(20);
      expect(await world.contents()).toBe(before);
      expect(await world.eventKinds()).toEqual(["import-checked", "import-confirmed"]);
    },
  );
});
