import { Hono } from "hono";
import { expect, it } from "vitest";
import { oneATurn } from "./turn.ts";

it("begins one request in each turn of the loop, in the order in which they came", async () => {
  const begun: number[] = [];
  const turnOf: number[] = [];
  const loop = { turns: 0, isOver: false };
  const count = (): void => {
    loop.turns += 1;
    if (!loop.isOver) setImmediate(count);
  };
  const app = new Hono();
  app.use(oneATurn());
  app.get("/:number", (c) => {
    begun.push(Number(c.req.param("number")));
    turnOf.push(loop.turns);
    return c.text("done");
  });
  setImmediate(count);
  await Promise.all(Array.from({ length: 50 }, (_, number) => app.request(`/${number}`)));
  loop.isOver = true;
  expect(begun).toEqual(Array.from({ length: 50 }, (_, number) => number));
  expect(new Set(turnOf).size).toBe(50);
});
