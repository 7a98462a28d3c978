import type { IsoDate } from "@alongside/domain/school";
import type { Instant } from "@alongside/domain/calendar";
import { toDateWords } from "../../lib/words.ts";
import { nextWords, untilWords } from "../deployment/words.ts";
import type { NeedPage } from "./data.ts";
import {
  dueWords,
  toNextWords,
  toOfferWords,
  type NextWords,
  type Parties,
  type Viewer,
} from "./words.ts";

type Offer = NonNullable<NeedPage["support"]["offer"]>;
type Work = NonNullable<NeedPage["support"]["work"]>;

/** Whose turn it is, and until when: a clock, or words where no rule sets a day. */
export type Turn = NextWords & {
  readonly clock: { readonly what: string; readonly at: Instant } | undefined;
  readonly until: string | undefined;
};

type Asked = Pick<NeedPage, "next" | "support"> & {
  /** The day on which the work is to begin, where it is known. */
  readonly earliest: IsoDate | undefined;
  readonly parties: Parties;
  readonly viewer: Viewer;
};

const clockOf = (what: string, at: Instant | null): Turn["clock"] =>
  at === null ? undefined : { what, at };

const offerWords = (offer: Offer, { viewer, parties }: Asked): NextWords | undefined => {
  if (offer.awaitsCoordinator)
    return viewer.isCoordinator
      ? { who: "You", what: "answer the leader" }
      : { who: "The coordinator", what: "answers the leader" };
  return offer.state === "released" && viewer.isSchool
    ? { who: "You", what: "answer the offer" }
    : toOfferWords(offer.state, parties.school);
};

const closeWords = ({ isCoordinator }: Viewer): NextWords =>
  isCoordinator
    ? { who: "You", what: "close the need with its outcome" }
    : { who: "The coordinator", what: "closes the need with its outcome" };

const onWork = ({ next, due, lastDay }: Work, viewer: Viewer): Turn => ({
  ...(nextWords(next) ?? closeWords(viewer)),
  clock: clockOf(next.what === "sign" ? "Signatures" : "Agreement", due),
  until: untilWords(next, lastDay),
});

const onNeed = ({ next, earliest, parties, viewer }: Asked): Turn => ({
  ...toNextWords(next, { viewer, parties }),
  clock: clockOf(dueWords[next.what], next.by),
  // No rule sets a day for finding a leader: the day on which the work is to begin says how soon.
  until:
    next.what === "find-leader" && earliest !== undefined
      ? `So that the work can begin on ${toDateWords(earliest)}`
      : undefined,
});

/** Whose turn it is on a need, on the offer that is out for it, or on the work that came of it; undefined where nobody is waited for. */
export const turnOf = (asked: Asked): Turn | undefined => {
  const { next, support, viewer } = asked;
  const { offer, work } = support;
  if (next.who === "nobody") return undefined;
  if (work !== null) return onWork(work, viewer);
  const words = offer === null ? undefined : offerWords(offer, asked);
  if (offer === null || words === undefined) return onNeed(asked);
  return { ...words, clock: clockOf("Answer", offer.due), until: undefined };
};
