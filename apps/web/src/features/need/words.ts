import type { Audience, DisclosureLevel, DisclosureStage } from "@alongside/domain/disclosure";
import type { NeedOutcome, NeedState, NextAct } from "@alongside/domain/need";
import type { TagColour } from "../../ui/index.ts";
import type { OfferState } from "@alongside/domain/offer";
import type { NeedPage } from "./data.ts";

export const stateWords: Readonly<Record<NeedState, string>> = {
  draft: "Draft",
  submitted: "To triage",
  open: "Open",
  offered: "Offer out",
  agreed: "Agreed",
  "on-hold": "On hold",
  closed: "Closed",
};

/** The same for the school, to whom triage is nobody's word. */
export const schoolStateWords: Readonly<Record<NeedState, string>> = {
  ...stateWords,
  submitted: "With the coordinator",
  open: "Looking for a leader",
};

export const stateColours: Readonly<Record<NeedState, TagColour>> = {
  draft: "grey",
  submitted: "amber",
  open: "teal",
  offered: "plum",
  agreed: "green",
  "on-hold": "grey",
  closed: "grey",
};

export const outcomeWords: Readonly<Record<NeedOutcome, string>> = {
  met: "Met",
  "partly-met": "Partly met",
  unmet: "Unmet",
  withdrawn: "Withdrawn",
  duplicate: "Duplicate",
  escalated: "Escalated as a concern",
};

/** What is done next, after 'You' and after somebody's name. */
const acts: Readonly<Record<NextAct["what"], readonly [you: string, other: string]>> = {
  submit: ["finish the draft and send it", "finishes the draft and sends it"],
  triage: ["read it and put it into a band", "reads it and puts it into a band"],
  answer: ["answer the coordinator’s question", "answers the coordinator’s question"],
  "find-leader": ["look for the right leader", "looks for the right leader"],
  "answer-offer": ["answer the offer", "answers the offer"],
  "carry-out": ["carry out the agreement", "carry out the agreement"],
  resume: ["take it up again", "takes it up again"],
  none: ["have nothing to do", "has to act"],
};

export const dueWords: Readonly<Record<NextAct["what"], string>> = {
  submit: "Sending",
  triage: "First answer",
  answer: "Answer",
  "find-leader": "Leader",
  "answer-offer": "Answer",
  "carry-out": "Next step",
  resume: "Return",
  none: "Nothing",
};

export type Viewer = { readonly isSchool: boolean; readonly isCoordinator: boolean };
export type NextWords = { readonly who: string; readonly what: string };
export type Parties = { readonly school: string; readonly coordinator: string | null };

/** Who acts next on a need, and what they do, for whoever looks at it. */
export const toNextWords = (
  { who, what }: Pick<NextAct, "who" | "what">,
  { viewer, parties }: { readonly viewer: Viewer; readonly parties: Parties },
): NextWords => {
  const [you, other] = acts[what];
  const isYou =
    (who === "school" && viewer.isSchool) || (who === "coordinator" && viewer.isCoordinator);
  if (isYou) return { who: "You", what: you };
  const names: Readonly<Record<NextAct["who"], string>> = {
    school: parties.school,
    coordinator: parties.coordinator ?? "Your coordinator",
    leader: "The leader",
    "three-sides": "The school, the leader and the home school",
    nobody: "Nobody",
  };
  return { who: names[who], what: other };
};

/** While an offer is out, whose answer is awaited depends on how far it has come; without a name it is the supported school's. */
const offerActs: Readonly<
  Partial<Record<OfferState, { readonly who?: string; readonly what: string }>>
> = {
  sent: { who: "The leader", what: "answers the offer" },
  accepted: { who: "The home school", what: "says whether its leader may go" },
  released: { what: "confirms the offer" },
};

/** Who acts next on an offer that is out; undefined for one that awaits nobody. */
export const toOfferWords = (state: OfferState, school: string): NextWords | undefined => {
  const act = offerActs[state];
  return act === undefined ? undefined : { who: act.who ?? school, what: act.what };
};

/** All have said yes, and nobody's answer to the offer is awaited any more. */
export const agreeWords: NextWords = { who: "All sides", what: "write and sign the agreement" };

export const remindedWords = {
  school: "The school, about your question",
  leader: "The leader, about the offer",
  "home-school": "The home school’s head, about the release",
  "supported-school": "The school’s head, about the offer",
} as const;

export const leftOutWords = {
  "own-side": "nobody else’s answer is awaited",
  "reminded-today": "was reminded today",
} as const;

export const audienceWords: Readonly<Record<Audience, string>> = {
  "own-school": "Your school",
  coordinator: "The coordinator and the partnership’s officers",
  "named-leader": "The leader who accepted, and their head",
  "shortlisted-leader": "Leaders on the shortlist",
  other: "Everyone else",
};

export const levelWords: Readonly<Record<DisclosureLevel, string>> = {
  nothing: "Nothing",
  anonymised: "Phase, zone and focus, without a name",
  named: "The need with the school’s name, not your private notes",
  everything: "Everything",
};

/** What somebody was shown of a need, or opened. */
export const seenWords: Readonly<Record<NeedPage["disclosure"]["seen"][number]["what"], string>> = {
  anonymised: "asked without the school’s name",
  named: "told the school’s name",
  "private-words": "read the private notes",
  file: "opened a file",
};

export const stageSentences: Readonly<Record<DisclosureStage, string>> = {
  private: "This draft has not left the school.",
  coordinator: "No leader has seen it yet.",
  shortlist: "Leaders on the shortlist have seen it without the school’s name.",
  named: "It is named to the leader who accepted.",
};

/** The words of the log for what happened to a need. */
const momentWords: Readonly<Record<string, string>> = {
  "need-begun": "Draft begun",
  "need-draft-saved": "Draft saved",
  "need-revised": "Answers changed",
  "need-submitted": "Sent to the coordinator",
  "need-questioned": "More was asked",
  "need-answered": "Question answered",
  "need-opened": "Triaged and opened",
  "need-banded": "Band changed",
  "need-offered": "Offer sent",
  "need-offer-lost": "Offer came to nothing",
  "need-agreed": "Support agreed",
  "need-held": "Put on hold",
  "need-resumed": "Taken up again",
  "need-closed": "Closed",
  "need-reopened": "Reopened",
  "need-private-words-read": "Private notes read",
  "need-file-added": "File attached",
  "need-file-read": "File read",
  "need-file-removed": "File removed",
  "need-reminded": "Reminder sent",
  "need-shortlist-sent": "Leaders sent to the head to rank",
  "need-shortlist-seen": "List of leaders first looked at",
  "need-shortlist-ranked": "Leaders ranked",
  "need-shortlist-withdrawn": "List of leaders taken back",
};

export const toMomentTitle = (kind: string): string => momentWords[kind] ?? "Changed";

/** `3 days`, `half a day`, `2½ days`, from half-days. */
export const toDayWords = (halfDays: number): string => {
  if (halfDays === 1) return "half a day";
  const whole = Math.floor(halfDays / 2);
  const days = halfDays % 2 === 0 ? String(whole) : `${whole}½`;
  return days === "1" ? "1 day" : `${days} days`;
};

type Entry = { readonly code: string; readonly label: string };

/** The label of a code, as the partnership's list has it. */
export const labelOf = (entries: readonly Entry[] | undefined, code: string): string =>
  entries?.find((entry) => entry.code === code)?.label ?? code;
