import { setTimeout as rest } from "node:timers/promises";
import { get, openLines, post, valueIn, type Reply } from "./call.ts";
import { listenAt } from "./listen.ts";
import { soakPassword, type SoakWorld, type Writer } from "./world.ts";

/** Two processes over one database, and who asks them. */
export type Pair = {
  readonly one: string;
  readonly other: string;
  readonly world: SoakWorld;
  readonly administrator: string;
};

const own = { procedure: "need.own", input: {} };

/** Signs in at a process; answers the cookie. */
const signIn = async (address: string): Promise<string> => {
  const answer = await fetch(`${address}/trpc/session.signIn`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ email: "signs-in@race.example", password: soakPassword }),
  });
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
};

export type Shared = {
  readonly times: number;
  /** Sign-ins at one process with which the other one answered at once. */
  readonly good: number;
  /** Sign-outs at one process after which the other one refused the very next request. */
  readonly refused: number;
  /** Milliseconds until the other process knew, the longest, when it did not at once. */
  readonly lag: number;
};

/** Asks until the answer is what it should be; answers how long that took, 0 when it was so at once. */
const waitFor = async (ask: () => Promise<Reply>, is: (status: number) => boolean) => {
  const started = performance.now();
  for (let turn = 0; turn < 500; turn += 1) {
    if (is((await ask()).status)) return turn === 0 ? 0 : performance.now() - started;
    await rest(5);
  }
  return Number.POSITIVE_INFINITY;
};

export const shareSessions = async (pair: Pair, times: number): Promise<Shared> => {
  const { one, other } = pair;
  const agent = openLines();
  const counts = { good: 0, refused: 0, lag: 0 };
  const note = (kind: "good" | "refused", lag: number) => {
    counts[kind] += lag === 0 ? 1 : 0;
    counts.lag = Math.max(counts.lag, lag);
  };
  for (let turn = 0; turn < times; turn += 1) {
    const cookie = await signIn(one);
    const ask = () => get(other, { ...own, cookie });
    note("good", await waitFor(ask, (status) => status === 200));
    await post(agent, { address: one, procedure: "session.signOut", cookie, input: {} });
    note("refused", await waitFor(ask, (status) => status === 401));
  }
  agent.destroy();
  return { times, ...counts };
};

/** Whether a part that is ended at one process is gone at the other with the very next request. */
export const endPart = async ({ one, other, administrator }: Pair): Promise<boolean> => {
  const cookie = await signIn(one);
  const before = await get(other, { ...own, cookie });
  const agent = openLines();
  const input = { grantId: "grant-signs-in" };
  const call = { address: one, procedure: "person.endRole", cookie: administrator, input };
  const ended = await post(agent, call);
  const after = await get(other, { ...own, cookie });
  agent.destroy();
  return before.status === 200 && ended.status === 200 && [401, 403, 404].includes(after.status);
};

export type Heard = { readonly times: number; readonly heard: number; readonly longest: number };

/** What is written at one process is heard at the other. */
export const hearAcross = async (pair: Pair, times: number): Promise<Heard> => {
  const [writer] = pair.world.writers;
  if (writer === undefined) throw new Error("nobody writes");
  const listener = await listenAt(pair.other, writer.cookie);
  const agent = openLines();
  let [heard, longest] = [0, 0];
  for (let turn = 0; turn < times; turn += 1) {
    const id = await beginAt(pair.one, writer, `turn ${turn}`);
    const took = await listener.until(id, 5_000);
    heard += took === undefined ? 0 : 1;
    longest = Math.max(longest, took ?? 0);
  }
  listener.leave();
  agent.destroy();
  return { times, heard, longest };
};

/** Begins a need at a process, with an answer in it so that the next one begins another. */
const beginAt = async (address: string, { urn, cookie }: Writer, why: string): Promise<string> => {
  const agent = openLines();
  const begun = await post(agent, { address, procedure: "need.begin", cookie, input: { urn } });
  const { id, version } = valueIn<{ id: string; version: number }>(begun);
  const input = { id, version, changes: { why } };
  await post(agent, { address, procedure: "need.save", cookie, input });
  agent.destroy();
  return id;
};

export type Stalled = {
  /** How the requests were answered while the database server stood still, and after how many milliseconds at the latest. */
  readonly write: number;
  readonly read: number;
  readonly longest: number;
  /** Milliseconds until a write went through again. */
  readonly again: number;
  /** Effects of the one request that was sent again under its key. */
  readonly effects: number;
};

/** Stops the database server in the middle of everything, and lets it go on. */
export const stallDatabase = async (
  pair: Pair,
  database: { readonly pause: () => void; readonly resume: () => void },
): Promise<Stalled> => {
  const [, writer] = pair.world.writers;
  if (writer === undefined) throw new Error("nobody writes");
  const { cookie } = writer;
  const id = await beginAt(pair.one, writer, "before");
  const agent = openLines();
  const address = pair.one;
  const input = {
    id,
    version: 2,
    changes: { why: "while it stood still" },
    key: "the-stalled-one",
  };
  const save = { address, procedure: "need.save", cookie, input };
  database.pause();
  const started = performance.now();
  const [write, read] = await Promise.all([
    post(agent, save),
    get(address, { procedure: "need.get", cookie, input: { id } }),
  ]);
  const longest = performance.now() - started;
  database.resume();
  const resumed = performance.now();
  let reply = await post(agent, save);
  for (let turn = 0; turn < 100 && reply.status !== 200; turn += 1) {
    await rest(100);
    reply = await post(agent, save);
  }
  const again = performance.now() - resumed;
  await post(agent, save);
  agent.destroy();
  const shown = await get(address, { procedure: "need.get", cookie, input: { id } });
  const { version } = valueIn<{ version: number }>(shown);
  return { write: write.status, read: read.status, longest, again, effects: version - 2 };
};
