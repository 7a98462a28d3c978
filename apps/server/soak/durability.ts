import { runBlocks } from "./busy.ts";
import { runDamage } from "./damage.ts";
import { runEnds } from "./end.ts";
import { printKept, writeFigures, type Kept } from "./figures.ts";
import { runFull, runReadOnly } from "./full.ts";
import { openGround, type Ground } from "./ground.ts";
import { runKills } from "./kill.ts";

/** `pnpm soak:durability [KILLS] [WRITES] [PART]`: what is acknowledged stays, whatever happens to the process, the file or the disk. */
const [kills = 50, writes = 10_000] = process.argv.slice(2, 4).map(Number);
const [onlyPart] = process.argv.slice(4);
const test = "pnpm soak:durability";

const onGround = async <Value>(work: (ground: Ground) => Promise<Value>): Promise<Value> => {
  const ground = await openGround();
  try {
    return await work(ground);
  } finally {
    ground.clear();
  }
};

const ofKills = async (): Promise<readonly Kept[]> => {
  const result = await onGround((ground) => runKills(ground, { kills, writes, writers: 8 }));
  const { traffic, books, mails } = result;
  const { halfWritten, integrity, orphans, chainFault } = books;
  for (const line of [...traffic.wrong, ...halfWritten].slice(0, 5))
    process.stdout.write(`${line}\n`);
  const isClean = integrity === "ok" && orphans === 0 && chainFault === null;
  return [
    {
      promise:
        "No acknowledged write is lost or half-written when the server is killed under traffic",
      test,
      figure: `${result.kills} times kill -9, ${traffic.acknowledged} acknowledged writes, ${books.lost} lost, ${halfWritten.length} half-written, ${traffic.wrong.length} wrong answers`,
      hold: "0 lost and 0 half-written of 10,000 in 50 kills",
      // Fewer than was promised shows nothing of what was promised.
      isHeld:
        books.lost === 0 &&
        halfWritten.length === 0 &&
        traffic.wrong.length === 0 &&
        result.kills >= 50 &&
        traffic.acknowledged >= 10_000,
    },
    {
      promise: "Pages, foreign keys and the chain of events are whole after that",
      test,
      figure: `integrity ${integrity}, ${orphans} rows that point to nothing, ${books.events} events, chain ${chainFault ?? "verified"}`,
      hold: "all clean",
      isHeld: isClean,
    },
    {
      promise:
        "A request whose answer was lost, or that is sent five times, has one effect and one answer",
      test,
      figure: `${traffic.lost} sent again after a lost answer, ${traffic.repeated} sent five times: ${books.twice} effects too many, ${traffic.stray} answers that differ`,
      hold: "0 and 0",
      isHeld: books.twice === 0 && traffic.stray === 0 && traffic.repeated > 0,
    },
    {
      promise: "Mail of an acknowledged act arrives, and of an act that was rolled back none",
      test,
      figure: `${mails.written} in the outbox, ${mails.lost} lost, ${mails.ofNothing} of nothing; ${mails.twice} came twice under one name`,
      hold: "0 lost, 0 of rolled-back work",
      isHeld: mails.lost === 0 && mails.ofNothing === 0 && mails.written > 0,
    },
  ];
};

const ofEnds = async (): Promise<readonly Kept[]> => {
  const ended = await onGround((ground) => runEnds(ground, { rounds: 5, requests: 64 }));
  return [
    {
      promise: "SIGTERM lets requests under way finish",
      test,
      figure: `${ended.rounds} times with ${ended.underWay} requests under way: ${ended.finished} finished, ${ended.lost} lost, ${ended.cleanExits} ended with 0`,
      hold: "all finish, all exits 0",
      isHeld:
        ended.finished === ended.underWay && ended.lost === 0 && ended.cleanExits === ended.rounds,
    },
  ];
};

const ofBlocks = async (): Promise<readonly Kept[]> => {
  const { times, answered, longest } = await onGround((ground) => runBlocks(ground, 50));
  return [
    {
      promise: "A write waits for another process that holds the file",
      test,
      figure: `${answered} of ${times} answered, ${Math.round(longest)} ms after it was free at the latest`,
      hold: "50 of 50 within 1 s",
      isHeld: answered === times && longest <= 1_000,
    },
  ];
};

const saysWhy = (body: string | undefined): boolean =>
  body?.includes("SERVICE_UNAVAILABLE") ?? false;

const ofOutages = async (): Promise<readonly Kept[]> => {
  const full = await runFull();
  const locked = await runReadOnly();
  const isRefused =
    locked.atStart === ""
      ? locked.refused?.status === 503 && saysWhy(locked.refused.body)
      : locked.atStart.includes("written to");
  return [
    {
      promise:
        "A full disk refuses writes with 503 and a reason, goes on reading, and loses nothing",
      test,
      figure: `${full.by}: ${full.acknowledged} writes, then ${full.refused.status}; reading ${full.readWhileFull}; writes again by itself: ${full.writesAgain}; starts clean: ${full.startsClean}`,
      hold: "503, reads 200, clean",
      isHeld:
        full.refused.status === 503 &&
        saysWhy(full.refused.body) &&
        full.readWhileFull === 200 &&
        full.writesAgain &&
        full.startsClean,
    },
    {
      promise: "A file that may not be written to is refused in words",
      test,
      figure:
        locked.atStart === ""
          ? `writes ${locked.refused?.status}, reads ${locked.readWhileLocked}; starts clean once it may: ${locked.startsClean}`
          : `at the start: “${locked.atStart}”; starts clean once it may: ${locked.startsClean}`,
      hold: "a 503 or a refusal at the start, then clean",
      isHeld: isRefused && locked.startsClean,
    },
  ];
};

const ofDamage = async (): Promise<readonly Kept[]> => {
  const damaged = await onGround((ground) => runDamage(ground, 12));
  return [
    {
      promise: "A database with a damaged page is not served from",
      test,
      figure: `${damaged.refused} of ${damaged.pages} refused at the start: “${damaged.words}”`,
      hold: "all",
      isHeld: damaged.refused === damaged.pages && damaged.words.includes("damaged"),
    },
    {
      promise: "A torn backup is not restored",
      test,
      figure: `${damaged.tornRefused} of ${damaged.tornBackups} refused`,
      hold: "all",
      isHeld: damaged.tornRefused === damaged.tornBackups,
    },
  ];
};

const parts = {
  ends: ofEnds,
  blocks: ofBlocks,
  outages: ofOutages,
  damage: ofDamage,
  kills: ofKills,
};
const promises: Kept[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (onlyPart !== undefined && onlyPart !== name) continue;
  const kept = await part();
  for (const each of kept) printKept(each);
  promises.push(...kept);
}
writeFigures("durability", promises, onlyPart !== undefined);
