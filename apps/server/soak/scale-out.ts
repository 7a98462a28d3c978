import { setTimeout as rest } from "node:timers/promises";
import { inspectRace, runRace, warmUp } from "../bench/race.ts";
import { endPart, hearAcross, shareSessions, stallDatabase, type Pair } from "./across.ts";
import { openCluster, type Cluster } from "./cluster.ts";
import { printKept, writeFigures, type Kept } from "./figures.ts";
import { endServer, startServer, type Running } from "./server.ts";
import { addCouple, prepareSoak } from "./world.ts";

/** `pnpm soak:scale-out [EACH]`: several processes over one libSQL server, and one over a replica of it. */
const [each = 250] = process.argv.slice(2).map(Number);
const test = "pnpm soak:scale-out";
const processes = 4;
const halfDays = 40;

const startAt = (cluster: Cluster, url: string): Promise<Running> =>
  startServer({
    url,
    folder: cluster.folder,
    environment: { FILES_FOLDER: `${cluster.folder}/files` },
  });

const openPair = async (cluster: Cluster, servers: readonly Running[]): Promise<Pair> => {
  const prepared = await cluster.using(async (database) => ({
    world: await prepareSoak(database, { writers: 4, needs: each * processes, halfDays }),
    ...(await addCouple(database)),
  }));
  const [one, other] = servers.map(({ address }) => address);
  return { ...prepared, one: one ?? "", other: other ?? "" };
};

const ofSessions = async (pair: Pair): Promise<readonly Kept[]> => {
  const shared = await shareSessions(pair, 20);
  const isPartEnded = await endPart(pair);
  return [
    {
      promise:
        "A sign-in at one process is good at another, and its end is the end everywhere with the next request",
      test,
      figure: `${shared.good} of ${shared.times} good at once, ${shared.refused} of ${shared.times} refused at once; a part that was ended is gone at once: ${isPartEnded}`,
      hold: "all at once",
      isHeld: shared.good === shared.times && shared.refused === shared.times && isPartEnded,
    },
  ];
};

const ofLive = async (pair: Pair): Promise<readonly Kept[]> => {
  const { times, heard, longest } = await hearAcross(pair, 20);
  return [
    {
      promise: "What is written at one process is heard at another",
      test,
      figure: `${heard} of ${times}, after ${Math.round(longest)} ms at the latest`,
      hold: "all, within 5 s",
      isHeld: heard === times,
    },
  ];
};

const ofHolds = async (
  cluster: Cluster,
  pair: Pair,
  servers: readonly Running[],
): Promise<readonly Kept[]> => {
  const addresses = servers.map(({ address }) => address);
  await warmUp(addresses, pair.world);
  const race = await runRace(addresses, pair.world, each * processes);
  const books = await cluster.using(inspectRace);
  const isRight =
    race.sends[200] === halfDays &&
    (race.sends[409] ?? 0) === each * processes - halfDays &&
    race.accepts[200] === halfDays &&
    (race.accepts[409] ?? 0) === each * processes - halfDays &&
    race.repeats[200] === halfDays * 5 &&
    race.strayReplies === 0 &&
    books.held === halfDays &&
    books.free === 0 &&
    books.released === halfDays &&
    books.chainFault === null;
  return [
    {
      promise: "Days are never oversold by several processes at once",
      test,
      figure: `${processes} processes × ${each} for the last ${halfDays} half-days in ${race.seconds.toFixed(0)} s: offers ${JSON.stringify(race.sends)}, accepts ${JSON.stringify(race.accepts)}, five sendings each ${JSON.stringify(race.repeats)} with ${race.strayReplies} answers that differ; ${books.held} held, ${books.free} free`,
      hold: "exactly as many as there are, every other a clean 409",
      isHeld: isRight,
    },
  ];
};

const ofStalls = async (cluster: Cluster, pair: Pair): Promise<readonly Kept[]> => {
  const { primary } = cluster;
  const stalled = await stallDatabase(pair, {
    pause: () => void primary.process.kill("SIGSTOP"),
    resume: () => void primary.process.kill("SIGCONT"),
  });
  const { write, read, longest, again, effects } = stalled;
  return [
    {
      promise:
        "A database server that stands still is an outage in words, soon; what was sent again has one effect",
      test,
      figure: `write ${write}, read ${read}, after ${(longest / 1_000).toFixed(1)} s at the latest; writes again ${(again / 1_000).toFixed(1)} s after it went on; ${effects} effect of one request sent three times`,
      hold: "503 within 31 s, 1 effect",
      isHeld: write === 503 && read === 503 && longest < 31_000 && effects === 1,
    },
  ];
};

const ofKill = async (cluster: Cluster, pair: Pair): Promise<readonly Kept[]> => {
  await cluster.killPrimary();
  const shared = await hearAcross(pair, 3);
  const books = await cluster.using(inspectRace);
  return [
    {
      promise:
        "The processes go on by themselves after the database server was killed and started again",
      test,
      figure: `${shared.heard} of ${shared.times} written at one and heard at the other, chain ${books.chainFault === null ? "verified" : "broken"}`,
      hold: "all, verified",
      isHeld: shared.heard === shared.times && books.chainFault === null,
    },
  ];
};

const ofReplica = async (cluster: Cluster, pair: Pair): Promise<readonly Kept[]> => {
  const behind = await startAt(cluster, cluster.replica.url);
  const sides = { ...pair, one: pair.one, other: behind.address };
  const shared = await shareSessions(sides, 20);
  const live = await hearAcross(sides, 5);
  await endServer(behind);
  return [
    {
      promise:
        "A process over a replica knows of a sign-in, and of its end, as soon as the replica has followed",
      test,
      figure: `of ${shared.times}: ${shared.good} good and ${shared.refused} refused with the very next request, the others within ${Math.round(shared.lag)} ms; ${live.heard} of ${live.times} changes heard`,
      hold: "within 1 s",
      isHeld: shared.lag <= 1_000 && live.heard === live.times,
    },
  ];
};

const cluster = await openCluster();
const servers: Running[] = [];
const promises: Kept[] = [];
try {
  for (let index = 0; index < processes; index += 1)
    servers.push(await startAt(cluster, cluster.primary.url));
  const pair = await openPair(cluster, servers);
  const parts = [
    () => ofLive(pair),
    () => ofHolds(cluster, pair, servers),
    () => ofStalls(cluster, pair),
    () => ofKill(cluster, pair),
    () => ofReplica(cluster, pair),
    () => ofSessions(pair),
  ];
  await rest(200);
  for (const part of parts) {
    const kept = await part();
    for (const one of kept) printKept(one);
    promises.push(...kept);
  }
} finally {
  await Promise.all(servers.map(endServer));
  cluster.clear();
}
writeFigures("scale-out", promises);
