import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isLaCode, type LaCode } from "@alongside/domain/school";
import { command, grants, openWorld, places, refusalOf, type World } from "../identity/world.ts";
import { changeArea, listEveryArea, type AreaChange } from "./change.ts";
import { createArea } from "./create.ts";
import { openArea } from "./open.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.drop());

const code = (text: string): LaCode => {
  if (!isLaCode(text)) throw new Error(text);
  return text;
};

const here: AreaChange = {
  id: places.here,
  version: 1,
  name: "Northfield Partnership",
  laCodes: [code("901")],
};

const change = (given: Partial<AreaChange>) => changeArea(world.as(command), { ...here, ...given });

describe("an area", () => {
  it("takes another name and more authorities, and keeps its address", async () => {
    const laCodes = [code("901"), code("887")];
    expect(await change({ name: "Northfield and Medway", laCodes })).toEqual({ changed: true });
    expect(await openArea(world.as(command), "here")).toMatchObject({
      name: "Northfield and Medway",
      laCodes: ["887", "901"],
      version: 2,
    });
    expect(await world.events("area-changed")).toMatchObject([
      { entityId: "here", payload: { added: ["887"], dropped: [] } },
    ]);
  });

  it("says when nothing changed", async () => {
    expect(await change({})).toEqual({ changed: false });
    expect(await world.events()).toEqual([]);
  });

  it("cannot take an authority that another area has, or that there is not", async () => {
    const taken = () => change({ laCodes: [code("901"), code("902")] });
    expect(await refusalOf(taken)).toEqual({ kind: "authority-taken", laCode: "902" });
    const unknown = () => change({ laCodes: [code("901"), code("999")] });
    expect(await refusalOf(unknown)).toEqual({ kind: "not-found" });
  });

  it("cannot drop an authority whose schools are in its zones", async () => {
    expect(await refusalOf(() => change({ laCodes: [code("887")] }))).toEqual({
      kind: "authority-in-use",
      laCode: "901",
      schools: 2,
    });
  });

  it("keeps the first of two changes made at once", async () => {
    const [one, other] = await Promise.allSettled([change({ name: "A" }), change({ name: "B" })]);
    expect(one.status).toBe("fulfilled");
    expect(other).toMatchObject({ reason: { refusal: { kind: "changed-since", version: 2 } } });
  });

  it("is made once under an address, and with an authority, even twice at once", async () => {
    const make = (slug: string) =>
      createArea(world.as(command), { name: "Medway", slug, laCodes: [code("887")] });
    const results = await Promise.allSettled([make("medway"), make("medway"), make("other")]);
    expect(results).toMatchObject([
      { status: "fulfilled" },
      { reason: { refusal: { kind: "already-exists", field: "slug" } } },
      { reason: { refusal: { kind: "authority-taken", laCode: "887" } } },
    ]);
  });

  it("is the operator's to make, to list and to change", async () => {
    const admin = await world.signedIn("Ada", grants.administrator);
    const make = { name: "X", slug: "x", laCodes: [] };
    expect(await refusalOf(async () => changeArea(admin, here))).toEqual({ kind: "not-allowed" });
    expect(await refusalOf(async () => createArea(admin, make))).toEqual({ kind: "not-allowed" });
    expect(await refusalOf(async () => listEveryArea(admin))).toEqual({ kind: "not-allowed" });
    expect(await listEveryArea(world.as(command))).toHaveLength(2);
  });

  it("answers alike to an outsider whether it exists or not", async () => {
    const admin = await world.signedIn("Ada", grants.administrator);
    expect(await refusalOf(() => openArea(admin, "there"))).toEqual({ kind: "not-found" });
    expect(await refusalOf(() => openArea(admin, "nowhere"))).toEqual({ kind: "not-found" });
  });
});
