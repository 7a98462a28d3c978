import type { Area } from "@alongside/db/views/area";
import {
  daysBetween,
  endOfLondonDay,
  londonDateOf,
  parseInstant,
} from "@alongside/domain/calendar";
import {
  holds,
  mayHaveOffers,
  needScopeOf,
  rolesToGive,
  type Role,
} from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import { listCapacity } from "../capacity/index.ts";
import { todayOf, type Context } from "../context/index.ts";
import { waitingAtBoards } from "../meeting/index.ts";
import { listInvitations } from "../identity/index.ts";
import { listOwnNeeds } from "../need/index.ts";
import { listOffers } from "../offer/index.ts";
import { waitingAtWork, waitingForStaff } from "./waiting-work.ts";
import { listProposals } from "../round/index.ts";
import { waitingAtReviews } from "./waiting-review.ts";

export const waitingKinds = [
  "offers",
  "signatures",
  "corrections",
  "records",
  "records-to-judge",
  "evaluations",
  "follow-ups",
  "concerns",
  "leader-alerts",
  "questions",
  "triage",
  "matching",
  "days",
  "leaders-days",
  "drafts",
  "invitations",
  "round-proposals",
  "board-actions",
  "minutes",
  "reviews",
  "review-invitations",
  "survey",
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** Something that the actor has to do now: how often, how many of them are late, and when the first is due. */
export type Waiting = {
  readonly kind: WaitingKind;
  readonly count: number;
  readonly late: number;
  readonly due: IsoDate | null;
  /** Whole days until then; negative when it is late. */
  readonly dueInDays: number | null;
};

type Clocked = { readonly due: string | null };

const dateIn = (instant: string | null): IsoDate | undefined => {
  const known = instant === null ? undefined : parseInstant(instant);
  return known === undefined ? undefined : londonDateOf(known);
};

const waitingFor = (ctx: Context, kind: WaitingKind, items: readonly Clocked[]): Waiting => {
  const today = todayOf(ctx);
  const dates = items.flatMap(({ due }) => dateIn(due) ?? []).toSorted();
  const due = dates[0] ?? null;
  return {
    kind,
    count: items.length,
    late: dates.filter((date) => date < today).length,
    due,
    dueInDays: due === null ? null : daysBetween(today, due),
  };
};

/** Whoever has days or a school of their own answers offers; a coordinator answers for others, from the queue. */
const answerers: readonly Role[] = ["head", "leader", "organisation-administrator"];

const offersOf = async (ctx: Context, area: Area): Promise<Waiting> => {
  const isAnswerer = mayHaveOffers(ctx.actor, area.id) && holds(ctx.actor, area.id, answerers);
  const { offers } = isAnswerer ? await listOffers(ctx, area, {}) : { offers: [] };
  return waitingFor(
    ctx,
    "offers",
    offers.filter(({ isYours, awaitsCoordinator }) => isYours && !awaitsCoordinator),
  );
};

const ownNeedsOf = async (ctx: Context, area: Area): Promise<readonly Waiting[]> => {
  const needs = (await listOwnNeeds(ctx, area)).map(({ next }) => ({ ...next, due: next.by }));
  const of = (what: string) => needs.filter((next) => next.who === "school" && next.what === what);
  return [waitingFor(ctx, "questions", of("answer")), waitingFor(ctx, "drafts", of("submit"))];
};

const unanswered: readonly string[] = ["silent", "maybe", "lapsed"];

/** Own days, and those of leaders whom one looks after, that are not settled for the term. */
const daysOf = async (ctx: Context, area: Area): Promise<readonly Waiting[]> => {
  if (!holds(ctx.actor, area.id, answerers) || needScopeOf(ctx.actor, area.id) !== undefined)
    return [];
  const { leaders } = await listCapacity(ctx, area, {});
  const open = leaders
    .filter(({ state, isDesignated }) => isDesignated && unanswered.includes(state))
    .map(({ personId }) => ({ personId, due: null }));
  const isOwn = ({ personId }: { readonly personId: string }): boolean =>
    ctx.actor.kind === "person" && ctx.actor.personId === personId;
  return [
    waitingFor(ctx, "days", open.filter(isOwn)),
    waitingFor(
      ctx,
      "leaders-days",
      open.filter((line) => !isOwn(line)),
    ),
  ];
};

const invitationsOf = async (ctx: Context, area: Area): Promise<Waiting> => {
  const mayInvite = rolesToGive(ctx.actor, area.id).length > 0;
  const lines = mayInvite ? await listInvitations(ctx, area.id) : [];
  const ranOut = lines.filter(
    ({ invitation }) => invitation.revokedAt === null && invitation.expiresAt <= ctx.now(),
  );
  return waitingFor(
    ctx,
    "invitations",
    ranOut.map(() => ({ due: null })),
  );
};

/** What boards ask of the actor: own actions, and minutes to approve in the chair. */
const boardsOf = async (ctx: Context, area: Area): Promise<readonly Waiting[]> => {
  const { actions, minutes } = await waitingAtBoards(ctx, area);
  return [
    waitingFor(
      ctx,
      "board-actions",
      actions.map(({ dueOn }) => ({ due: endOfLondonDay(dueOn) })),
    ),
    waitingFor(
      ctx,
      "minutes",
      minutes.map(() => ({ due: null })),
    ),
  ];
};

/** Plans that a panel is asked about, for its members. */
const proposalsOf = async (ctx: Context, area: Area): Promise<Waiting> =>
  waitingFor(
    ctx,
    "round-proposals",
    (await listProposals(ctx, area))
      .filter(({ isWaiting }) => isWaiting)
      .map(({ answerBy }) => ({ due: answerBy === null ? null : endOfLondonDay(answerBy) })),
  );

/** What the termly review and the yearly survey ask of the actor. */
const reviewsOf = async (ctx: Context, area: Area): Promise<readonly Waiting[]> => {
  const waiting = await waitingAtReviews(ctx, area);
  return [
    waitingFor(ctx, "reviews", waiting.reviews),
    waitingFor(ctx, "review-invitations", waiting["review-invitations"]),
    waitingFor(ctx, "survey", waiting.survey),
  ];
};

const workKinds = [
  "signatures",
  "corrections",
  "records",
  "records-to-judge",
  "evaluations",
  "follow-ups",
] as const satisfies readonly WaitingKind[];

/** What work under way asks of the two sides, and what it gives its brokers to look at. */
const workOf = async (ctx: Context, area: Area): Promise<readonly Waiting[]> => {
  const [own, staff] = await Promise.all([waitingAtWork(ctx, area), waitingForStaff(ctx, area)]);
  return [
    ...workKinds.map((kind) => waitingFor(ctx, kind, own[kind])),
    waitingFor(ctx, "concerns", staff.concerns),
    waitingFor(ctx, "leader-alerts", staff["leader-alerts"]),
  ];
};

type NeedCount = { readonly state: string; readonly count: number; readonly late: number };

/** What the queue holds for its keepers: the counts that the home shows anyway. */
const queueOf = (ctx: Context, area: Area, states: readonly NeedCount[]): readonly Waiting[] => {
  if (needScopeOf(ctx.actor, area.id) === undefined) return [];
  const of = (kind: WaitingKind, state: string): Waiting => {
    const { count = 0, late = 0 } = states.find((each) => each.state === state) ?? {};
    return { kind, count, late, due: null, dueInDays: null };
  };
  return [of("triage", "submitted"), of("matching", "open")];
};

const far = Number.MAX_SAFE_INTEGER;

/** Late first, then what is due soonest, then as `waitingKinds` lists them. */
const inOrder = (one: Waiting, other: Waiting): number =>
  Math.sign(other.late) - Math.sign(one.late) ||
  (one.dueInDays ?? far) - (other.dueInDays ?? far) ||
  waitingKinds.indexOf(one.kind) - waitingKinds.indexOf(other.kind);

/** Everything in the area that waits for the actor, the most pressing first; nothing that waits for others. */
export const listWaiting = async (
  ctx: Context,
  area: Area,
  given: { readonly states: readonly NeedCount[]; readonly hasTerm: boolean },
): Promise<readonly Waiting[]> => {
  const [offers, work, needs, days, invitations, proposals, boards, reviews] = await Promise.all([
    offersOf(ctx, area),
    workOf(ctx, area),
    ownNeedsOf(ctx, area),
    given.hasTerm ? daysOf(ctx, area) : [],
    invitationsOf(ctx, area),
    proposalsOf(ctx, area),
    boardsOf(ctx, area),
    reviewsOf(ctx, area),
  ]);
  const own = [offers, ...work, ...needs, ...days, invitations, proposals, ...boards, ...reviews];
  return [...own, ...queueOf(ctx, area, given.states)]
    .filter(({ count }) => count > 0)
    .toSorted(inOrder);
};
