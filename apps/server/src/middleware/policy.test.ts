import { anonymous, toId, type Actor, type PersonId } from "@alongside/domain/identity";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { AppVariables } from "../app.ts";
import { keepRoutePolicy } from "./policy.ts";

const statusFor = async (path: string, actor: Actor): Promise<number> => {
  const app = new Hono<AppVariables>()
    .use(async (c, next) => {
      c.set("actor", actor);
      await next();
    })
    .use(keepRoutePolicy)
    .get("/health", (c) => c.text("up"))
    .get("/files/areas/:area/schools.csv", (c) => c.text("schools"))
    .get("/files/areas/:area/forgotten.csv", (c) => c.text("what nobody thought of"))
    .get("*", (c) => c.text("page"));
  return (await app.request(path)).status;
};

const operator: Actor = {
  kind: "person",
  personId: toId<PersonId>("p"),
  name: "P",
  grants: [{ role: "operator" }],
};

describe("a route", () => {
  it("without a line in the policy file answers nobody, not even the operator", async () => {
    expect(await statusFor("/files/areas/a/forgotten.csv", operator)).toBe(404);
  });

  it("with a line answers whom the line lets in", async () => {
    expect(await statusFor("/health", anonymous)).toBe(200);
    expect(await statusFor("/anything", anonymous)).toBe(200);
    expect(await statusFor("/files/areas/a/schools.csv", anonymous)).toBe(401);
    expect(await statusFor("/files/areas/a/schools.csv", operator)).toBe(200);
  });
});
