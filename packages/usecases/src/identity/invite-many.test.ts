import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { InvitationText } from "@alongside/domain/identity";
import type { IdentityContext } from "./context.ts";
import { inviteMany } from "./invite-many.ts";
import { grants, minute, openWorld, places, refusalOf, type World } from "./world.ts";

let world: World;
let admin: IdentityContext;
beforeEach(async () => {
  world = await openWorld();
  admin = await world.signedIn("Ada", grants.administrator);
});
afterEach(() => world.drop());

const blank = { name: "", role: "", urn: "", zone: "", organisation: "" };
const row = (line: number, input: Partial<InvitationText>): InvitationText => ({
  ...blank,
  line,
  email: `p${line}@alder.example`,
  ...input,
});

const good = [
  row(2, { role: "Head", urn: "900001", name: "Zoë" }),
  row(3, { role: "zone coordinator", zone: " north " }),
  row(4, { role: "board-member" }),
];

const many = (rows: readonly InvitationText[], isConfirmed: boolean, ctx = admin) =>
  inviteMany(ctx, { areaId: places.here, rows, isConfirmed });

describe("inviting by a file", () => {
  it("shows what would happen and does nothing until it is confirmed", async () => {
    const preview = await many(good, false);
    expect(preview.invited).toBe(0);
    expect(preview.lines.map(({ faults }) => faults)).toEqual([{}, {}, {}]);
    expect(await world.mails()).toHaveLength(0);
    expect(await world.events()).toHaveLength(0);
    expect(await many(good, true)).toMatchObject({ invited: 3 });
    expect(
      (await world.mails()).map(({ recipient, content }) => [recipient, content["place"]]),
    ).toEqual([
      ["p2@alder.example", "Alder School"],
      ["p3@alder.example", "North"],
      ["p4@alder.example", ""],
    ]);
    expect(await world.events("person-invited")).toHaveLength(3);
  });

  it("says of each line what is wrong with it, and then invites nobody", async () => {
    await many([row(2, { role: "officer" })], true);
    const rows = [
      ...good,
      row(5, { role: "emperor" }),
      row(6, { role: "" }),
      row(7, { role: "head" }),
      row(8, { role: "head", urn: "12" }),
      row(9, { role: "head", urn: "900003" }),
      row(10, { role: "zone-coordinator", zone: "South" }),
      row(11, { role: "officer", urn: "900001" }),
      row(12, { role: "operator" }),
      row(13, { role: "officer", email: "not one" }),
      row(14, { role: "officer", email: "" }),
      row(15, { role: "Board member", email: "P4@alder.example" }),
      row(16, { role: "officer", email: "p2@alder.example" }),
    ];
    const { lines, invited } = await many(rows, true);
    expect(invited).toBe(0);
    expect(Object.fromEntries(lines.map(({ line, faults }) => [line, faults]))).toEqual({
      2: {},
      3: {},
      4: {},
      5: { role: "unknown" },
      6: { role: "missing" },
      7: { urn: "missing" },
      8: { urn: "not-a-urn" },
      9: { place: "not-in-this-area" },
      10: { zone: "unknown" },
      11: { urn: "not-for-this-role" },
      12: { role: "unknown" },
      13: { email: "not-an-address" },
      14: { email: "missing" },
      15: { email: "repeated" },
      16: { email: "already-invited-or-in-that-part" },
    });
    expect(await world.mails()).toHaveLength(1);
  });

  it("gives no more than the inviter holds", async () => {
    const head = await world.signedIn("Bea", grants.head);
    const rows = [row(2, { role: "school-staff", urn: "900001" }), row(3, { role: "officer" })];
    const { lines, invited } = await many(rows, true, head);
    expect(invited).toBe(0);
    expect(lines.map(({ faults }) => faults)).toEqual([{}, { role: "not-yours-to-give" }]);
  });

  it("takes 1 to 500 lines", { timeout: 120_000 }, async () => {
    const lines = Array.from({ length: 501 }, (_, i) => row(i + 2, { role: "board-member" }));
    expect(await refusalOf(() => many(lines, false))).toMatchObject({ kind: "invalid-input" });
    expect(await refusalOf(() => many([], false))).toMatchObject({ kind: "invalid-input" });
    expect(await many(lines.slice(0, 500), true)).toMatchObject({ invited: 500 });
  });

  it("answers not-found in another area, and asks for a recent second factor in one's own", async () => {
    const there = await world.signedIn("Bea", grants.administratorThere);
    expect(await refusalOf(() => many(good, false, there))).toEqual({ kind: "not-found" });
    world.pass(15 * minute);
    expect(await refusalOf(() => many(good, false))).toEqual({ kind: "second-factor-stale" });
  });
});
