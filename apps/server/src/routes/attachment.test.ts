import type { NeedId } from "@alongside/domain/need";
import { openArea } from "@alongside/usecases/area";
import { startNeed } from "@alongside/usecases/need";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { places } from "../../../../packages/usecases/src/identity/world.ts";
import { origin } from "../../test/app.ts";
import { openHttpCast, type HttpCast } from "../../test/cast.ts";

let http: HttpCast;
let needId: NeedId;
beforeAll(async () => {
  http = await openHttpCast();
  const head = http.cast.actors.get("head");
  if (head === undefined) throw new Error("there is no head");
  const ctx = http.cast.world.as(head);
  needId = (await startNeed(ctx, await openArea(ctx, "here"), { urn: places.alder })).id;
});
afterAll(() => http.close());

const folder = () => `/files/areas/here/needs/${needId}/files`;
const send = (
  who: string,
  given: {
    readonly name: string;
    readonly body: string | Uint8Array<ArrayBuffer>;
    readonly from?: string;
  },
) =>
  http.ask(who, `${folder()}?name=${encodeURIComponent(given.name)}`, {
    method: "POST",
    body: given.body,
    headers: { origin: given.from ?? origin, "content-type": "application/octet-stream" },
  });

const attach = async (name: string, body: string): Promise<string> => {
  const { id } = z
    .object({ id: z.string() })
    .parse(await (await send("head", { name, body })).json());
  return id;
};

describe("an attached file over HTTP", () => {
  it("comes back as a download that no browser shows as a page, under the name that it had", async () => {
    const id = await attach("Zoë’s “plan”.txt", "<script>alert(1)</script>");
    const answer = await http.ask("head", `${folder()}/${id}`);
    expect(await answer.text()).toBe("<script>alert(1)</script>");
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "content-disposition":
        "attachment; filename=\"Zo__s _plan_.txt\"; filename*=UTF-8''Zo%C3%AB%E2%80%99s%20%E2%80%9Cplan%E2%80%9D.txt",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
  });

  it("is kept from everybody who may not see the need, and from another site’s page", async () => {
    const id = await attach("plan.txt", "words");
    for (const who of ["head of another school", "leader", "coordinator", "board member"]) {
      expect([who, (await http.ask(who, `${folder()}/${id}`)).status]).toEqual([who, 404]);
    }
    expect((await http.ask("visitor", `${folder()}/${id}`)).status).toBe(401);
    const foreign = await send("head", { name: "a.txt", body: "x", from: "https://evil.example" });
    expect(foreign.status).toBe(403);
    expect((await send("visitor", { name: "a.txt", body: "x" })).status).toBe(401);
  });

  it("is refused with a reason when it is too large or not what it says", async () => {
    const large = await send("head", { name: "a.txt", body: new Uint8Array(5 * 1024 * 1024 + 1) });
    expect([large.status, await large.json()]).toEqual([
      409,
      { refusal: { kind: "file-too-large", most: 5 * 1024 * 1024 } },
    ]);
    const wrong = await send("head", { name: "a.pdf", body: "words" });
    expect([wrong.status, await wrong.json()]).toEqual([
      409,
      { refusal: { kind: "file-kind-wrong", found: "txt" } },
    ]);
  });

  it("is removed with a reason, and is not there any more", async () => {
    const id = await attach("old.txt", "old words");
    const remove = (body: string) =>
      http.ask("head", `${folder()}/${id}/remove`, {
        method: "POST",
        body,
        headers: { origin, "content-type": "application/json" },
      });
    expect((await remove("not json")).status).toBe(400);
    expect((await remove(JSON.stringify({ reason: "The wrong year" }))).status).toBe(200);
    expect((await http.ask("head", `${folder()}/${id}`)).status).toBe(404);
  });
});
