import type { FitWeights } from "@alongside/domain/partnership";
import type { TrackRecordOf } from "../impact/track-record.ts";
import type { RoundLeader } from "./facts.ts";

/** What the engine calls impact, from 0 to 100, where too little is known to tell anybody apart: it neither helps nor harms. */
export const meanTrackRecord = 50;

/**
 * A leader's track record from 0 to 100, as the engine takes one for all schools: the mean over the leader's own areas that this round asks
 * for, each shrunk towards the partnership's mean (Product rules, §3: fit score).
 */
export const impactOf = (
  records: TrackRecordOf | undefined,
  leader: Pick<RoundLeader, "id" | "line">,
  asked: ReadonlySet<string>,
): number => {
  if (records === undefined) return meanTrackRecord;
  const areas = leader.line.supply.areas.filter(({ area }) => asked.has(area));
  if (areas.length === 0) return meanTrackRecord;
  const values = areas.map(({ area }) => records(leader.id, area).value);
  return Math.round((100 * values.reduce((sum, value) => sum + value, 0)) / values.length);
};

/** What is the same of a leader for every school: the track record from 0 to 100, and the room for more schools from 0 to 1. */
export type Share = { readonly trackRecord: number; readonly room: number };

/**
 * The engine has one such number, from 0 to 100. Track record and room go into it together, so that each gives the points that its weight says;
 * the engine's weight is then that of both.
 */
export const impactFor = (
  { impact, load }: Pick<FitWeights, "impact" | "load">,
  { trackRecord, room }: Share,
): number =>
  impact + load === 0 ? 0 : (impact * trackRecord + load * 100 * room) / (impact + load);

/** How many of the points that the engine gives for both are for room. */
export const roomPoints = ({ load }: Pick<FitWeights, "load">, { room }: Share): number =>
  Math.round(load * room);
