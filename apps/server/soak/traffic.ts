import type { Agent } from "node:http";
import { setTimeout as rest } from "node:timers/promises";
import { londonDate } from "@alongside/domain/school";
import { openLines, post, valueIn, type Reply } from "./call.ts";
import { wholeAsk, type Writer } from "./world.ts";

/** What a head was told about one need: the last version that was acknowledged, and what it holds. */
export type Told = { version: number; why: string | undefined; isSent: boolean };

export type Traffic = {
  /** What was acknowledged, by the id of the need. */
  readonly told: Map<string, Told>;
  /** Writes that were acknowledged. */
  acknowledged: number;
  /** Requests whose answer was lost, and which were sent again under their key. */
  lost: number;
  /** Requests that were sent four times more after their answer. */
  repeated: number;
  /** Answers to those that differ from the first. */
  stray: number;
  /** What should never have been answered. */
  readonly wrong: string[];
};

export const newTraffic = (): Traffic => ({
  told: new Map(),
  acknowledged: 0,
  lost: 0,
  repeated: 0,
  stray: 0,
  wrong: [],
});

type Line = {
  readonly agent: Agent;
  readonly address: string;
  readonly writer: Writer;
  readonly traffic: Traffic;
  readonly isOver: () => boolean;
};

type Asked = { readonly procedure: string; readonly input: Readonly<Record<string, unknown>> };

let number = 0;
const repeatEvery = 20;

/** Sends a request until it is answered: each time under the same key, as a browser does whose answer was lost. */
const send = async (line: Line, asked: Asked): Promise<Reply | undefined> => {
  const { agent, address, writer, traffic, isOver } = line;
  number += 1;
  const key = `request-${number}-of-${process.pid}`;
  const call = { ...asked, input: { ...asked.input, key }, address, cookie: writer.cookie };
  while (!isOver()) {
    const reply = await post(agent, call).catch(() => undefined);
    if (reply?.status === 200) {
      traffic.acknowledged += 1;
      if (number % repeatEvery === 0) await repeat(line, call, reply);
      return reply;
    }
    if (reply !== undefined) {
      traffic.wrong.push(`${asked.procedure} ${reply.status} ${reply.body.slice(0, 200)}`);
      return undefined;
    }
    traffic.lost += 1;
    await rest(20);
  }
  return undefined;
};

/** Four times more, all at once: five sendings have one effect and one answer. */
const repeat = async (
  { agent, traffic }: Line,
  call: Parameters<typeof post>[1],
  first: Reply,
): Promise<void> => {
  const replies = await Promise.allSettled([1, 2, 3, 4].map(() => post(agent, call)));
  traffic.repeated += 1;
  for (const each of replies) {
    if (each.status === "fulfilled" && each.value.body !== first.body) traffic.stray += 1;
  }
};

/** One need from its draft to the coordinator; answers false when it could not be finished. */
const writeNeed = async (line: Line): Promise<boolean> => {
  const { traffic, writer } = line;
  const begun = await send(line, { procedure: "need.begin", input: { urn: writer.urn } });
  if (begun === undefined) return false;
  const { id, version } = valueIn<{ id: string; version: number }>(begun);
  const told: Told = { version, why: undefined, isSent: false };
  traffic.told.set(id, told);
  const whole = wholeAsk(londonDate(Date.now()));
  for (const turn of [1, 2, 3]) {
    const why = `The ${turn}. reason for ${id}`;
    const changes = turn === 1 ? { ...whole, why } : { why };
    const input = { id, version: told.version, changes };
    const saved = await send(line, { procedure: "need.save", input });
    if (saved === undefined) return false;
    told.version = valueIn<{ version: number }>(saved).version;
    told.why = why;
  }
  const sent = await send(line, { procedure: "need.submit", input: { id, version: told.version } });
  if (sent === undefined) return false;
  told.version = valueIn<{ version: number }>(sent).version;
  told.isSent = true;
  return true;
};

/** Every writer writes one need after the other, whatever happens to the server, until enough is acknowledged and the need under way is whole. */
export const runTraffic = async (
  given: {
    readonly address: string;
    readonly writers: readonly Writer[];
    readonly isEnough: () => boolean;
    readonly isOver: () => boolean;
  },
  traffic: Traffic,
): Promise<void> => {
  const { address, writers, isEnough, isOver } = given;
  const agent = openLines();
  const write = async (writer: Writer): Promise<void> => {
    while (!isEnough() && (await writeNeed({ agent, address, writer, traffic, isOver })));
  };
  await Promise.all(writers.map(write));
  agent.destroy();
};
