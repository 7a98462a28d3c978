import type { PersonId } from "@alongside/domain/identity";

/** What the engine calls impact, from 0 to 100, where nothing is known: the middle, so that it neither helps nor harms. */
export const meanTrackRecord = 50;

/**
 * A leader's track record from 0 to 100, shrunk towards the partnership's mean (Product rules, §3: fit score). Until evaluations are
 * counted everybody stands at the mean.
 */
export const trackRecordOf = (_leader: PersonId): number => meanTrackRecord;
