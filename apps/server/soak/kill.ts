import { setTimeout as rest } from "node:timers/promises";
import { createSeal } from "@alongside/auth";
import { openDatabase, type Database } from "@alongside/db";
import { freePort } from "@alongside/testkit";
import { commandLine } from "@alongside/domain/identity";
import { deliverMails } from "@alongside/usecases/mail";
import { raceSecret } from "../bench/race-world.ts";
import { carrierFor } from "../src/mail/carrier.ts";
import { newId } from "../src/open.ts";
import { inspectBooks, type Books } from "./books.ts";
import { openPostOffice, type PostOffice } from "./post-office.ts";
import { killServer, startServer } from "./server.ts";
import { newTraffic, runTraffic, type Traffic } from "./traffic.ts";
import { prepareSoak } from "./world.ts";
import type { Ground } from "./ground.ts";

export type Killed = {
  readonly kills: number;
  readonly traffic: Traffic;
  readonly books: Books;
  readonly mails: {
    readonly written: number;
    readonly arrived: number;
    readonly lost: number;
    /** Arrived without being in the outbox: the mail of work that was rolled back. */
    readonly ofNothing: number;
    readonly twice: number;
  };
};

/** Longer than whoever died over a mail keeps it to itself. */
const lease = 6 * 60_000;

/** Sends what the last kill left, as the next process would once the lease of the dead one is over. */
const sendTheRest = async ({ read, write }: Database, office: PostOffice): Promise<void> => {
  const send = carrierFor({
    kind: "smtp",
    url: office.url,
    from: "Alongside <no-reply@a.example>",
  });
  if (send === undefined) throw new Error("nobody carries mail");
  const now = () => Date.now() + lease;
  const ctx = { actor: commandLine, requestId: "soak", now, newId, read, write };
  const origin = "http://localhost";
  for (let sent = 1; sent > 0;)
    ({ sent } = await deliverMails(ctx, { seal: createSeal(raceSecret), origin, send }));
};

const countMails = async (database: Database, { arrived }: PostOffice) => {
  const { rows } = await database.client.execute("SELECT id FROM outbox_mails");
  const written = new Set(rows.map((row) => String(row["id"])));
  const nameOf = (name: string) => [...written].find((id) => name === id || name.includes(id));
  const known = new Map([...arrived].map(([name, times]) => [nameOf(name), times]));
  return {
    written: written.size,
    arrived: arrived.size,
    lost: [...written].filter((id) => !known.has(id)).length,
    ofNothing: [...arrived.keys()].filter((name) => nameOf(name) === undefined).length,
    twice: [...arrived.values()].filter((times) => times > 1).length,
  };
};

/**
 * Heads write needs over HTTP while the server is killed again and again, somewhere within a request each time; a request whose answer is lost is
 * sent again under its key. Then everything stored is compared with everything that was acknowledged.
 */
export const runKills = async (
  ground: Ground,
  given: { readonly kills: number; readonly writes: number; readonly writers: number },
): Promise<Killed> => {
  const { kills, writes, writers: count } = given;
  const office = await openPostOffice();
  const { url, folder } = ground;
  const { writers } = await ground.using((database) => prepareSoak(database, { writers: count }));
  const start = { url, folder, port: await freePort(), environment: { SMTP_URL: office.url } };
  const traffic = newTraffic();
  let [killed, isOver] = [0, false];
  const isEnough = () => traffic.acknowledged >= writes && killed >= kills;
  const share = writes / kills;
  let running = await startServer(start);
  const written = runTraffic(
    { address: running.address, writers, isEnough, isOver: () => isOver },
    traffic,
  ).finally(() => (isOver = true));
  while (killed < kills && !isOver) {
    const until = Math.min(traffic.acknowledged + share * (0.3 + 1.4 * Math.random()), writes);
    while (traffic.acknowledged < until && !isOver) await rest(2);
    await killServer(running);
    killed += 1;
    running = await startServer(start);
  }
  await written;
  await killServer(running);
  const books = await ground.using((database) => inspectBooks(database, traffic));
  const database = openDatabase({ url });
  await sendTheRest(database, office);
  const mails = await countMails(database, office);
  database.close();
  await office.close();
  return { kills: killed + 1, traffic, books, mails };
};
