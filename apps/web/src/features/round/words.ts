import type { RoundState } from "@alongside/domain/round";
import { toDateWords } from "../../lib/words.ts";
import { counted, type TagColour } from "../../ui/index.ts";
import type { PlanSum, RoundPage } from "./data.ts";

export const stateWords: Readonly<Record<RoundState, string>> = {
  draft: "Not solved yet",
  solved: "Solved",
  agreed: "Agreed by the panel",
  published: "Offers are out",
  closed: "Closed",
  dropped: "Dropped",
};

/** The words of a stage that is given by its name. */
export const toStageWords = (state: string): string =>
  Object.entries(stateWords).find(([name]) => name === state)?.[1] ?? state;

export const stateColours: Readonly<Record<RoundState, TagColour>> = {
  draft: "grey",
  solved: "plum",
  agreed: "teal",
  published: "green",
  closed: "grey",
  dropped: "grey",
};

/** `half a day`, `1 day`, `2½ days`, from half-days. */
export const toDayWords = (halfDays: number): string => {
  if (halfDays === 0) return "no days";
  if (halfDays === 1) return "½ day";
  if (halfDays === 2) return "1 day";
  return `${Math.floor(halfDays / 2)}${halfDays % 2 === 0 ? "" : "½"} days`;
};

export const toKmWords = (km: number | null): string => {
  if (km === null) return "distance not known";
  return `${km < 10 ? km.toFixed(1) : Math.round(km)} km`;
};

export const phaseWords = (phase: string): string => {
  const words = phase === "not-applicable" ? "special or other" : phase.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const placeWords = (zones: readonly string[]): string =>
  zones.length === 0 ? "The whole area" : zones.join(", ");

export const windowWords: Readonly<Record<string, string>> = {
  any: "Any time in the term",
  early: "First half of the term",
  late: "Second half of the term",
};

/** Time in words that a person can picture: `0.08 seconds`, `12 seconds`. */
export const toSecondWords = (milliseconds: number): string => {
  const seconds = milliseconds / 1_000;
  if (seconds < 0.01) return "under 0.01 seconds";
  return `${seconds < 10 ? seconds.toFixed(2) : Math.round(seconds)} seconds`;
};

/** Which rules were set aside for a pair, why, and by whom. */
export const toAsideWords = (aside: {
  readonly words: readonly string[];
  readonly reason: string;
  readonly by: string;
}): string =>
  `${aside.words.join("; ")}. Set aside${aside.by === "" ? "" : ` by ${aside.by}`}: ${aside.reason}`;

/** What the plan comes to, in one sentence. */
export const toVerdict = ({ served, asked }: PlanSum): string =>
  `${served} of ${counted(asked, "school")} ${served === 1 ? "gets" : "get"} a leader.`;

/** How good the plan is known to be. */
export const toProof = (sum: PlanSum): string => {
  if (sum.isProved)
    return "This is the best plan there is: nobody can serve more of the greatest need, nor serve as many with a better fit. The proof was checked.";
  const why = sum.wasCancelled ? "The search was stopped" : "The time ran out";
  const percent = (sum.gap * 100).toFixed(1);
  return `${why} before the best plan was proved. It is at most ${percent}% away from the best.`;
};

const momentWords: Readonly<Record<string, string>> = {
  "round-begun": "Begun",
  "round-rescoped": "Needs and days chosen anew",
  "round-adjusted": "Decided by hand",
  "round-solved": "Solved",
  "round-proposed": "Proposed to the panel",
  "round-asked-again": "Taken back",
  "round-agreed": "Agreed",
  "round-panel-answered": "A member of the panel answered",
  "round-published": "Published",
  "round-offers-added": "Mended",
  "round-closed": "Closed",
  "round-dropped": "Dropped",
  "round-taken-up": "Taken up again",
};

type Moment = Omit<RoundPage["timeline"][number], "at" | "by">;

const changeWords: Readonly<Record<string, (leader: string, school: string) => string>> = {
  pin: (leader, school) => `${leader} pinned for ${school}`,
  unpin: (leader, school) => `Pin of ${leader} for ${school} taken back`,
  forbid: (leader, school) => `${leader} ruled out for ${school}`,
  allow: (leader, school) => `${leader} allowed again for ${school}`,
  weigh: () => "What counts was changed",
};

/** What happened, for which school and with whom, to which run and by when: `Proposed to the panel, run 2, to answer by 9 March 2026`. */
export const toMomentTitle = ({ kind, change, run, school, leader, day }: Moment): string => {
  const toChange = changeWords[change ?? ""];
  if (toChange !== undefined) return toChange(leader ?? "a leader", school ?? "a school");
  const about = run === null ? "" : `, run ${run}`;
  const by = day === null ? "" : `, to answer by ${toDateWords(day)}`;
  return `${momentWords[kind] ?? "Changed"}${about}${by}`;
};

/** How many members of the panel have not answered yet. */
const silentIn = ({ panel }: RoundPage): number =>
  panel.filter(({ answer }) => answer === null).length;

export type Next = {
  readonly who: string;
  readonly what: string;
  /** What is due on the round's day; undefined while nothing waits for a day. */
  readonly due?: string;
};

/** Who acts next once offers are out. */
const nextAfterPublishing = ({ offers }: RoundPage): Next => {
  if (offers.lost > 0)
    return {
      who: "You",
      what: `mend the plan: ${counted(offers.lost, "offer")} came to nothing`,
      due: "New offers",
    };
  return offers.waiting > 0
    ? {
        who: "Leaders and heads",
        what: `answer: ${counted(offers.waiting, "offer")} ${offers.waiting === 1 ? "waits" : "wait"} for a yes or a no`,
        due: "First answer",
      }
    : { who: "You", what: "close the round: every offer has its answer" };
};

/** Who acts next in a round, what they do, and what is due when. */
export const nextOf = (round: RoundPage): Next | undefined => {
  const due = "Offers";
  switch (round.state) {
    case "draft":
      return { who: "You", what: "choose the needs and the days, then solve", due };
    case "solved":
      return round.proposed === null
        ? { who: "You", what: "look at the plan, then propose it to the panel", due }
        : {
            who: "The panel",
            what: `answers to run ${round.proposed}: ${counted(silentIn(round), "answer")} to come`,
            due: round.answerBy === null ? due : "Answers",
          };
    case "agreed":
      return { who: "You", what: "publish: the offers go out and the days are held", due };
    case "published":
      return nextAfterPublishing(round);
    case "closed":
    case "dropped":
      return undefined;
  }
};
