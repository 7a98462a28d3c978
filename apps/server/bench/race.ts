import { Agent, request } from "node:http";
import type { Database } from "@alongside/db";
import { verifyChain } from "@alongside/db/views/audit";
import type { RaceWorld } from "./race-world.ts";

export type Reply = { readonly status: number; readonly body: string };

type Call = {
  readonly address: string;
  readonly procedure: string;
  readonly cookie: string;
  readonly input: Readonly<Record<string, unknown>>;
};

const post = (agent: Agent, { address, procedure, cookie, input }: Call): Promise<Reply> =>
  new Promise((done, fail) => {
    const headers = { "content-type": "application/json", cookie, origin: address };
    const sent = request(
      `${address}/trpc/${procedure}`,
      { method: "POST", agent, headers },
      (answer) => {
        let body = "";
        answer.setEncoding("utf8");
        answer.on("data", (part: string) => (body += part));
        answer.on("end", () => done({ status: answer.statusCode ?? 0, body }));
      },
    );
    sent.on("error", fail);
    sent.end(JSON.stringify({ area: "race", ...input }));
  });

/** All calls at once, each on a line of its own. */
const atOnce = async (calls: readonly Call[]): Promise<readonly Reply[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  try {
    return await Promise.all(calls.map((call) => post(agent, call)));
  } finally {
    agent.destroy();
  }
};

export type Counts = Readonly<Record<number, number>>;

const count = (replies: readonly Reply[]): Counts => {
  const counts: Record<number, number> = {};
  for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

type Sent = { readonly id: string; readonly version: number };

/** Guarantee: a call that was answered 200 carries what the procedure replied. */
const replyIn = ({ body }: Reply): Sent =>
  (JSON.parse(body) as { result: { data: Sent } }).result.data;

const isDone = ({ status }: Reply): boolean => status === 200;

export type RaceResult = {
  /** Offers for the last half-days, one for each need. */
  readonly sends: Counts;
  /** Accepts of the offers that were sent, many for each. */
  readonly accepts: Counts;
  /** Releases, five with one key for each accepted offer: how they were answered, and how many replies differ from the first. */
  readonly repeats: Counts;
  readonly strayReplies: number;
  readonly seconds: number;
};

/** Asks each address for a list a few times, as a server that has been up for a while was: what is compiled at the first use is no part of a race. */
export const warmUp = async (addresses: readonly string[], world: RaceWorld): Promise<void> => {
  const { officer = "" } = world.cookies;
  const [needId = ""] = world.needs;
  const input = encodeURIComponent(JSON.stringify({ area: "race", needId }));
  for (let turn = 0; turn < 20; turn += 1)
    await Promise.all(
      addresses.map((address) =>
        fetch(`${address}/trpc/shortlist.get?input=${input}`, { headers: { cookie: officer } }),
      ),
    );
};

/**
 * Many coordinators take the last half-days of one leader, then many say yes to each offer that went out, then each release comes five times;
 * all at once over HTTP, spread over the addresses.
 */
export const runRace = async (
  addresses: readonly string[],
  world: RaceWorld,
  accepts: number,
): Promise<RaceResult> => {
  const started = performance.now();
  const addressOf = (index: number): string => addresses[index % addresses.length] ?? "";
  const { officer = "", leader = "", homeHead = "" } = world.cookies;
  const sends = await atOnce(
    world.needs.map((needId, index) => ({
      address: addressOf(index),
      procedure: "offer.send",
      cookie: officer,
      input: { needId, version: 1, leader: "leader", halfDays: 1, note: "", overrideReason: "" },
    })),
  );
  const offers = sends.filter(isDone).map(replyIn);
  const yes = await atOnce(
    Array.from({ length: accepts }, (_, index) => ({
      address: addressOf(index),
      procedure: "offer.accept",
      cookie: leader,
      input: {
        id: offers[index % offers.length]?.id ?? "",
        version: 1,
        key: `accept-number-${index}`,
      },
    })),
  );
  const releases = await atOnce(
    Array.from({ length: offers.length * 5 }, (_, index) => {
      const { id = "" } = offers[index % offers.length] ?? {};
      const input = { id, version: 2, key: `release-of-${id}` };
      return { address: addressOf(index), procedure: "offer.release", cookie: homeHead, input };
    }),
  );
  const replies = new Set(releases.map(({ body }) => body));
  return {
    sends: count(sends),
    accepts: count(yes),
    repeats: count(releases),
    strayReplies: replies.size - offers.length,
    seconds: (performance.now() - started) / 1000,
  };
};

/** What the books say after a race. */
export const inspectRace = async ({ client, read }: Database) => {
  const number = async (sql: string): Promise<number> =>
    Number((await client.execute(sql)).rows[0]?.[0] ?? 0);
  return {
    held: await number("SELECT coalesce(sum(half_days), 0) FROM ledger_holds"),
    free: await number("SELECT published FROM ledger_balances"),
    offers: await number("SELECT count(*) FROM offers"),
    accepted: await number("SELECT count(*) FROM events WHERE kind = 'offer-accepted'"),
    released: await number("SELECT count(*) FROM events WHERE kind = 'offer-released'"),
    offeredNeeds: await number("SELECT count(*) FROM needs WHERE state = 'offered'"),
    chainFault: (await verifyChain(read)).fault,
  };
};
