import type { PersonId } from "../identity/identity.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import type { IsoDate } from "../school/index.ts";
import { membersOn, type Seat } from "./body.ts";

declare const brand: unique symbol;
export type MeetingId = string & { readonly [brand]: "MeetingId" };

/** Reads text as an id. It guarantees nothing about a row behind it: whoever looks it up finds out. */
export const toMeetingId = (text: string): MeetingId => text as MeetingId;

export const meetingStates = ["planned", "held", "approved", "cancelled"] as const;
/** Planned; held, with minutes in draft; its minutes approved; or cancelled. */
export type MeetingState = (typeof meetingStates)[number];

export const meetingCommands = [
  "revise",
  "make-pack",
  "issue-pack",
  "cancel",
  "minute",
  "decide",
  "set-action",
  "approve",
] as const;
export type MeetingCommand = (typeof meetingCommands)[number];

/** Where each command may lead from each state; an empty cell is refused. Minutes that were approved are changed by nobody. */
export const meetingTransitions: Readonly<
  Record<MeetingState, Readonly<Record<MeetingCommand, readonly MeetingState[]>>>
> = {
  planned: {
    revise: ["planned"],
    "make-pack": ["planned"],
    "issue-pack": ["planned"],
    cancel: ["cancelled"],
    minute: ["held"],
    decide: [],
    "set-action": [],
    approve: [],
  },
  held: {
    revise: [],
    "make-pack": [],
    "issue-pack": [],
    cancel: [],
    minute: ["held"],
    decide: ["held"],
    "set-action": ["held"],
    approve: ["approved"],
  },
  approved: {
    revise: [],
    "make-pack": [],
    "issue-pack": [],
    cancel: [],
    minute: [],
    decide: [],
    "set-action": [],
    approve: [],
  },
  cancelled: {
    revise: [],
    "make-pack": [],
    "issue-pack": [],
    cancel: [],
    minute: [],
    decide: [],
    "set-action": [],
    approve: [],
  },
};

/** Who came, who sent word, and what they said that they have a part in. */
export type Attendance = {
  readonly present: readonly PersonId[];
  readonly apologies: readonly PersonId[];
  readonly interests: readonly { readonly personId: PersonId; readonly words: string }[];
};

export const nobodyYet: Attendance = { present: [], apologies: [], interests: [] };

/** How many members were there, and whether they were enough to decide. Those without a seat on the day do not count. */
export const quorumOf = (
  { present }: Attendance,
  given: { readonly seats: readonly Seat[]; readonly day: IsoDate; readonly quorum: number },
): { readonly present: number; readonly needed: number; readonly isQuorate: boolean } => {
  const members = membersOn(given.seats, given.day);
  const there = members.filter(({ personId }) => present.includes(personId)).length;
  return { present: there, needed: given.quorum, isQuorate: there >= given.quorum };
};

export type MeetingRefusal =
  | {
      readonly kind: "wrong-state";
      readonly machine: "meeting";
      readonly state: MeetingState;
      readonly command: MeetingCommand;
    }
  /** Too few members were there to decide anything. */
  | { readonly kind: "not-quorate"; readonly present: number; readonly needed: number }
  /** Nobody can have been at a meeting that is still to come. */
  | { readonly kind: "meeting-to-come"; readonly on: IsoDate };

/** The state of a meeting after a command, or why it cannot be. */
export const moveMeeting = (
  state: MeetingState,
  command: MeetingCommand,
): Result<MeetingState, MeetingRefusal> => {
  const [next] = meetingTransitions[state][command];
  return next === undefined
    ? refused({ kind: "wrong-state", machine: "meeting", state, command })
    : accepted(next);
};

/** Minutes are written from the day of the meeting on. */
export const minuteMeeting = (
  meeting: { readonly state: MeetingState; readonly date: IsoDate },
  today: IsoDate,
): Result<MeetingState, MeetingRefusal> =>
  today < meeting.date
    ? refused({ kind: "meeting-to-come", on: meeting.date })
    : moveMeeting(meeting.state, "minute");

/** A decision is taken by a quorate meeting, or not at all. */
export const takeDecision = (
  state: MeetingState,
  quorum: ReturnType<typeof quorumOf>,
): Result<MeetingState, MeetingRefusal> => {
  const next = moveMeeting(state, "decide");
  if (!next.ok || quorum.isQuorate) return next;
  return refused({ kind: "not-quorate", present: quorum.present, needed: quorum.needed });
};

/** What a decision rests on: a figure of the pack by its id, a paper by its name, or neither. */
export type Ground =
  | { readonly kind: "figure"; readonly figure: string }
  | { readonly kind: "paper"; readonly title: string }
  | { readonly kind: "none" };
