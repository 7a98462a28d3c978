import type { StoredRound } from "@alongside/db/views/round";
import type { IsoDate } from "@alongside/domain/school";

/** The run that a panel may look at: the one proposed, or agreed to. */
export const proposedOf = ({ row }: StoredRound): number | undefined => {
  const { round } = row;
  if (round.state === "draft" || round.state === "dropped") return undefined;
  return round.state === "solved" ? (round.proposedRun ?? undefined) : round.agreedRun;
};

/** The last day on which a panel may answer; null where it is not asked, or was before it was given a day. */
export const answerDay = ({ row }: StoredRound): IsoDate | null =>
  row.round.state === "solved" ? (row.round.answerBy ?? null) : null;
