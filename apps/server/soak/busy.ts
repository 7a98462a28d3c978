import { setTimeout as rest } from "node:timers/promises";
import { openLines, post, valueIn } from "./call.ts";
import type { Ground } from "./ground.ts";
import { openHolder } from "./holder.ts";
import { endServer, startServer } from "./server.ts";
import { prepareSoak } from "./world.ts";

export type Blocked = {
  readonly times: number;
  readonly answered: number;
  /** Milliseconds from the moment at which the other process lets go to the answer, the longest of all. */
  readonly longest: number;
};

const heldFor = 300;

/** Another process holds the file for writing while a request comes, again and again: it is answered soon after. */
export const runBlocks = async (ground: Ground, times: number): Promise<Blocked> => {
  const { url, folder, path } = ground;
  const { writers } = await ground.using((database) => prepareSoak(database, { writers: 1 }));
  const [writer] = writers;
  if (writer === undefined) throw new Error("nobody writes");
  const server = await startServer({ url, folder });
  const agent = openLines();
  const { address } = server;
  const { cookie, urn } = writer;
  const begun = await post(agent, { address, cookie, procedure: "need.begin", input: { urn } });
  const { id, version } = valueIn<{ id: string; version: number }>(begun);
  const other = await openHolder(path);
  let [answered, longest] = [0, 0];
  for (let time = 0; time < times; time += 1) {
    await other.hold();
    const input = { id, version: version + time, changes: { why: `The ${time}. time` } };
    const reply = post(agent, { address, cookie, procedure: "need.save", input });
    await rest(heldFor + (time % 5) * 100);
    await other.free();
    const free = performance.now();
    answered += (await reply).status === 200 ? 1 : 0;
    longest = Math.max(longest, performance.now() - free);
  }
  await other.leave();
  agent.destroy();
  await endServer(server);
  return { times, answered, longest };
};
