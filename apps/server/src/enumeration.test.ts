import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDoors, type Doors } from "../test/enumeration.ts";
import { newTraveller } from "../test/traveller.ts";

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.app.close());
beforeEach(() => doors.forget());

/** An answer as whoever asked sees it, without what is new in every answer. */
const seenIn = async (answer: Response): Promise<string> => {
  const headers = [...answer.headers]
    .filter(([name]) => !["x-request-id", "date"].includes(name))
    .toSorted();
  const body = (await answer.text())
    .replace(/"requestId":"[\w-]+"/, '"requestId":""')
    .replace(/"id":"[\w-]+"/, '"id":""');
  return JSON.stringify({ status: answer.status, headers, body });
};

const what = ["sign-in", "reset", "invitation"];

/** How long answers take is measured below HTTP every day, and over it by `bench:enumeration`. */
describe("an address", () => {
  it.each(what)("gets the same answer with an account and without: %s", async (name) => {
    const seen = new Set<string>();
    for (const email of Object.values(doors.addresses)) {
      await doors.forget();
      const answer = await doors.asks[name]?.(email);
      if (answer !== undefined) seen.add(await seenIn(answer));
    }
    expect([...seen]).toHaveLength(1);
    expect([...seen][0]).not.toMatch(/"status":5/);
  });
});

describe("whoever guesses, over HTTP,", () => {
  const guess = (email: string, address: string) =>
    newTraveller(doors.app, address).send("/trpc/session.signIn", { email, password: "a guess" });
  const waits = async (answer: Response): Promise<boolean> =>
    answer.status === 429 &&
    JSON.parse(await answer.text()).error.data.refusal.retryAfterSeconds > 0;

  it.each(["known@alder.example", "nobody@alder.example"])(
    "at one account has to wait after five, from wherever they come: %s",
    async (email) => {
      for (let i = 0; i < 5; i += 1)
        expect((await guess(email, `203.0.113.${i}`)).status).toBe(409);
      expect(await waits(await guess(email, "203.0.113.99"))).toBe(true);
      expect((await guess("other@alder.example", "203.0.113.99")).status).toBe(409);
    },
  );

  it("from one address has to wait after thirty, at whichever accounts; another address does not", async () => {
    for (let i = 0; i < 30; i += 1) {
      expect((await guess(`a${i}@alder.example`, "198.51.100.7")).status).toBe(409);
    }
    expect(await waits(await guess("b@alder.example", "198.51.100.7"))).toBe(true);
    expect((await guess("b@alder.example", "198.51.100.8")).status).toBe(409);
  }, 300_000);

  it("forty times at once is counted forty times", async () => {
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, i) => guess("known@alder.example", `192.0.2.${i}`)),
    );
    expect(all.filter(({ status }) => status === 409)).toHaveLength(5);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(35);
  }, 300_000);

  it("for mail to one address has to wait after three", async () => {
    const ask = doors.asks["reset"];
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      statuses.push((await ask?.("nobody@alder.example"))?.status ?? 0);
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});
