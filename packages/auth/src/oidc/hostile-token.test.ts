import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Oidc } from "./oidc.ts";
import { asProvider, oidcWith, origin, reasonOf, visit } from "./test/arrival.ts";
import { startRealProvider, type RealProvider } from "./test/real-provider.ts";
import { claimsWith, spoilings } from "./test/spoilings.ts";
import { returnPath } from "./oidc.ts";

let real: RealProvider;
let oidc: Oidc;

beforeAll(async () => {
  real = await startRealProvider([origin + returnPath("test")]);
});
afterAll(() => real.close());
beforeEach(() => {
  real.spoil(undefined);
  real.signsIn({ id: "zoe-1", claims: { name: "Zoë" } });
  oidc = oidcWith(asProvider(real, "test"));
});

describe("who comes back with a token that", { timeout: 30_000 }, () => {
  it.each(spoilings)("%s is not let in", async (_, spoiling, reason) => {
    const arrived = await visit(oidc, "test");
    real.spoil(spoiling);
    expect(await reasonOf(oidc, "test", arrived)).toBe(reason);
  });

  it("names a subject with a space more is somebody else", async () => {
    const arrived = await visit(oidc, "test");
    real.spoil(claimsWith({ sub: " zoe-1", name: "Zoë" }));
    const outcome = await oidc.finish("test", arrived.query, arrived.checks);
    expect(outcome).toMatchObject({ ok: true, value: { subject: " zoe-1" } });
  });

  it("was not spoiled is let in, by the same means", async () => {
    const arrived = await visit(oidc, "test");
    real.spoil(({ header, claims }, by) => by.own(header, claims));
    expect(await oidc.finish("test", arrived.query, arrived.checks)).toMatchObject({ ok: true });
  });
});
