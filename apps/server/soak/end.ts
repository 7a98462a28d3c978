import { londonDate } from "@alongside/domain/school";
import { holdOpen, openLines, post, valueIn, type Held } from "./call.ts";
import type { Ground } from "./ground.ts";
import { endServer, startServer } from "./server.ts";
import { prepareSoak, wholeAsk } from "./world.ts";

export type Ended = {
  readonly rounds: number;
  readonly underWay: number;
  readonly finished: number;
  readonly cleanExits: number;
  /** Finished according to the answer, and not in the database. */
  readonly lost: number;
};

type Draft = { readonly id: string; readonly version: number };

/**
 * Tells the server to end while requests are under way: it has their heads and waits for their bodies. All of them are answered, and it
 * exits with 0.
 */
export const runEnds = async (
  ground: Ground,
  given: { readonly rounds: number; readonly requests: number },
): Promise<Ended> => {
  const { rounds, requests } = given;
  const { url, folder } = ground;
  const { writers } = await ground.using((database) =>
    prepareSoak(database, { writers: requests }),
  );
  const counts = { finished: 0, cleanExits: 0, lost: 0 };
  const versions = new Map<string, Draft>();
  for (let round = 0; round < rounds; round += 1) {
    const server = await startServer({ url, folder });
    const { address } = server;
    const agent = openLines();
    const held: (readonly [Draft, Held])[] = [];
    for (const { cookie, urn } of writers) {
      const call = { address, cookie };
      let draft = versions.get(cookie);
      if (draft === undefined) {
        const begun = await post(agent, { ...call, procedure: "need.begin", input: { urn } });
        draft = valueIn<Draft>(begun);
      }
      const changes = { ...wholeAsk(londonDate(Date.now())), why: `Round ${round}` };
      const input = { ...draft, changes };
      held.push([draft, holdOpen(agent, { ...call, procedure: "need.save", input })]);
      versions.set(cookie, { id: draft.id, version: draft.version + 1 });
    }
    await Promise.all(held.map(([, { begun }]) => begun));
    const code = endServer(server);
    const replies = await Promise.allSettled(held.map(([, { finish }]) => finish()));
    counts.cleanExits += (await code) === 0 ? 1 : 0;
    agent.destroy();
    for (const each of replies)
      counts.finished += each.status === "fulfilled" && each.value.status === 200 ? 1 : 0;
  }
  counts.lost = await ground.using(async ({ client }) => {
    const { rows } = await client.execute("SELECT id, version FROM needs");
    const stored = new Map(rows.map((row) => [String(row["id"]), Number(row["version"])]));
    return [...versions.values()].filter(({ id, version }) => stored.get(id) !== version).length;
  });
  return { rounds, underWay: rounds * requests, ...counts };
};
