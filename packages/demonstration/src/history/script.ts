/** How far the story of a need has come. */
export type Stage =
  | "draft"
  | "submitted"
  | "submitted-urgent"
  | "questioned"
  | "open"
  | "cold-spot"
  | "on-hold"
  | "proposed"
  | "sent"
  | "accepted"
  | "released"
  | "drafting"
  | "awaiting-signatures"
  | "active"
  | "paused"
  | "completing"
  | "evaluated"
  | "met"
  | "partly-met"
  | "ended-early"
  | "withdrawn"
  | "duplicate"
  | "escalated"
  | "unmet";

/** How an earlier offer for the same need came to nothing. */
export type Setback =
  | "leader-declined"
  | "home-school-declined"
  | "supported-school-declined"
  | "expired"
  | "withdrawn";

export type Scene = {
  /** Position in the list of schools in need. */
  readonly school: number;
  readonly stage: Stage;
  /** 0 is the term that has begun last; stories told from today backwards have none. */
  readonly term: -2 | -1 | 0 | null;
  readonly setbacks: readonly Setback[];
  /** The leader who signs in takes this one. */
  readonly forSignIn: boolean;
};

const scene = (
  school: number,
  stage: Stage,
  more: Partial<Omit<Scene, "school" | "stage">> = {},
): Scene => ({ school, stage, term: null, setbacks: [], forSignIn: false, ...more });

const twoTermsAgo: readonly Scene[] = [
  scene(0, "met", { term: -2, forSignIn: true }),
  scene(4, "met", { term: -2 }),
  scene(9, "partly-met", { term: -2, setbacks: ["leader-declined"] }),
  scene(13, "met", { term: -2 }),
  scene(26, "partly-met", { term: -2 }),
  scene(33, "met", { term: -2 }),
];

const lastTerm: readonly Scene[] = [
  scene(2, "met", { term: -1, setbacks: ["expired"] }),
  scene(6, "partly-met", { term: -1 }),
  scene(17, "met", { term: -1, forSignIn: true }),
  scene(20, "ended-early", { term: -1 }),
  scene(25, "evaluated", { term: -1 }),
  scene(11, "evaluated", { term: -1, setbacks: ["supported-school-declined"] }),
  scene(15, "completing", { term: -1 }),
  scene(30, "completing", { term: -1 }),
  scene(22, "unmet", { term: -1, setbacks: ["leader-declined", "home-school-declined"] }),
  scene(23, "withdrawn", { term: -1 }),
  scene(5, "escalated", { term: -1, setbacks: ["supported-school-declined"] }),
  scene(14, "unmet", { term: -1, setbacks: ["expired", "withdrawn"] }),
];

const thisTerm: readonly Scene[] = [
  scene(0, "active", { term: 0, forSignIn: true }),
  scene(1, "active", { term: 0 }),
  scene(3, "active", { term: 0 }),
  scene(7, "active", { term: 0, setbacks: ["leader-declined"] }),
  scene(27, "active", { term: 0 }),
  scene(31, "active", { term: 0 }),
  scene(12, "active", { term: 0 }),
  scene(18, "paused", { term: 0 }),
];

const now: readonly Scene[] = [
  scene(8, "awaiting-signatures"),
  scene(28, "drafting"),
  scene(10, "released"),
  scene(16, "accepted", { setbacks: ["leader-declined"] }),
  scene(19, "sent", { forSignIn: true }),
  scene(29, "sent", { setbacks: ["expired"] }),
  scene(21, "proposed"),
  scene(0, "open"),
  scene(24, "open", { setbacks: ["leader-declined"] }),
  scene(2, "cold-spot"),
  scene(32, "cold-spot"),
  scene(5, "questioned"),
  scene(4, "on-hold"),
  scene(26, "on-hold"),
  scene(9, "submitted"),
  scene(1, "submitted"),
  scene(33, "submitted-urgent"),
  scene(1, "duplicate"),
  scene(0, "draft"),
  scene(13, "draft"),
];

/** What waits for the next round beside the needs above. */
const forTheRound: readonly Scene[] = [
  scene(3, "open"),
  scene(6, "open"),
  scene(7, "open"),
  scene(11, "open"),
  scene(14, "open"),
  scene(15, "open"),
  scene(17, "open"),
  scene(20, "open"),
  scene(22, "open"),
];

/** Every need of the demonstration, from the oldest to the newest. */
export const script: readonly Scene[] = [
  ...twoTermsAgo,
  ...lastTerm,
  ...thisTerm,
  ...now,
  ...forTheRound,
];
