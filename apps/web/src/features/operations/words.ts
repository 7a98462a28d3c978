import { toMomentWords, toNumberWords } from "../../lib/words.ts";
import { counted } from "../../ui/index.ts";
import type { Operations, Run } from "./data.ts";

const jobWords: Readonly<Record<string, string>> = {
  clock: "The clock: offers that expire, reminders, summaries, what has run out",
  mail: "Mails that go out",
  delivery: "What became of mails",
};

export const toJobWords = (name: string): string => jobWords[name] ?? name;

const countWords: Readonly<Record<string, string>> = {
  expired: "offers expired",
  lapsed: "capacity lines lapsed",
  freed: "holds freed",
  reminded: "reminders",
  summaries: "summaries",
  asked: "follow-ups asked",
  raised: "alerts raised",
  swept: "rows swept away",
  anchored: "seals of the log",
  verified: "events verified",
  faults: "faults of the log",
  sent: "sent",
  delivered: "delivered",
  undelivered: "not delivered",
  unanswered: "asked about in vain",
  failed: "failed",
  sorted: "sorted",
  made: "made",
  removed: "old ones removed",
};

/** `reminders: 3, sent: 1`, or that there was nothing to do. */
export const toCountWords = ({ counts }: Run): string => {
  const told = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${countWords[name] ?? name}: ${toNumberWords(count)}`);
  return told.length === 0 ? "Nothing to do" : told.join(", ");
};

export const toStateWords = (run: Run): string => {
  if (run.isFine) return "Fine";
  return `Failed ${counted(run.failures, "time")} (${run.error ?? "unknown"})`;
};

export const toFineWords = (run: Run): string =>
  run.fineAt === null ? "Never yet" : toMomentWords(run.fineAt);

export const toBackupWords = (run: Operations["backup"]): string => {
  if (run === null) return "None on record. Backups by themselves are switched on by a setting";
  return run.isFine
    ? `Made ${toMomentWords(run.endedAt)}`
    : `${toStateWords(run)}. The last good one: ${toFineWords(run)}`;
};

export const toVerificationWords = (run: Operations["verification"]): string => {
  if (run === null) return "Not verified yet";
  const { events = 0, erased = 0, anchors = 0, faultAt } = run.counts;
  const walked = `${counted(events, "event")}, ${counted(anchors, "seal")}, ${toNumberWords(erased)} without their words`;
  return faultAt === undefined
    ? `Whole ${toMomentWords(run.endedAt)}: ${walked}`
    : `Event ${faultAt} did not hold ${toMomentWords(run.endedAt)}. Keep this database as it is and compare it with a backup`;
};
