import type { PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { RoundChoices } from "@alongside/domain/round";
import { blockingConflicts, isLeaderTied, isSchoolTied } from "../conflict/book.ts";
import { conflictWords } from "../conflict/words.ts";
import { isReleased } from "../shortlist/current.ts";
import type { RoundFacts, RoundLeader, RoundNeed } from "./facts.ts";
import {
  isOfOwnTrust,
  isTooFar,
  noDesignation,
  ownTrust,
  releaseWords,
  tooFarWords,
  type AllowanceBook,
} from "./set-aside.ts";

export const blocks = [
  "forbidden",
  "pinned-elsewhere",
  "conflict",
  "home-release",
  "declined",
  "avoided",
  "designation",
  "own-trust",
  "distance",
] as const;
export type Block = (typeof blocks)[number];

/** A leader and a need that must not come together, and why, in a sentence that goes with the frozen problem. */
export type Blocked = {
  readonly request: NeedId;
  readonly provider: PersonId;
  readonly kind: Block;
  readonly words: string;
};

/** Conflicts of interest block until they are decided; two schools of one trust are a rule of their own (Product rules, §3). */
const conflictsOf = (facts: RoundFacts, need: RoundNeed, leader: RoundLeader) => {
  const standing = blockingConflicts(facts.conflicts, {
    on: facts.today,
    leader: leader.id,
    home: leader.home.urn,
    school: need.school.urn,
    coordinatorSchools: facts.ownSchools,
  });
  return standing.length === 0
    ? undefined
    : standing.map(({ ground }) => conflictWords(ground, "the coordinator’s own")).join("; ");
};

/** What is the same of a need beside every leader. */
type Beside = {
  readonly need: RoundNeed;
  readonly forbids: RoundChoices["forbids"];
  /** A pin means this leader or nobody, also when the leader has no days here any more. */
  readonly isPinnedAway: boolean;
  readonly allowances: AllowanceBook;
};

type Pair = Beside & { readonly leader: RoundLeader };

/**
 * The engine knows one travel limit and one designation of a leader, and one trust of a school. Where a rule is set aside for one pair, the engine
 * is not told of it, and every other pair that it keeps apart is kept apart here.
 */
const keptByRule = (pair: Pair): readonly (readonly [Block, string])[] => {
  const { need, leader, allowances } = pair;
  const { opens, allows, isEmpty } = allowances;
  if (isEmpty) return [];
  const keeps = (rule: "designation" | "different-trust" | "distance", id: NeedId | PersonId) =>
    opens(rule, id) && !allows(pair, rule);
  return [
    ...(keeps("designation", leader.id) ? [["designation", noDesignation] as const] : []),
    ...(keeps("different-trust", need.id) && isOfOwnTrust(pair)
      ? [["own-trust", ownTrust] as const]
      : []),
    ...(keeps("distance", leader.id) && isTooFar(pair)
      ? [["distance", tooFarWords(pair)] as const]
      : []),
  ];
};

const pinnedElsewhere = "Pinned to a leader whose days are not in this round";
const declined = "An offer to this leader for this need was declined";
const avoided = "The head would rather not have this leader";

const blocksOf = (facts: RoundFacts, pair: Pair): readonly (readonly [Block, string])[] => {
  const { need, leader, forbids, isPinnedAway, allowances } = pair;
  const blocks: (readonly [Block, string])[] = [];
  if (isPinnedAway) blocks.push(["pinned-elsewhere", pinnedElsewhere]);
  for (const { leader: id, reason } of forbids)
    if (id === leader.id) blocks.push(["forbidden", `Ruled out by hand: ${reason}`]);
  const conflicts = conflictsOf(facts, need, leader);
  if (conflicts !== undefined) blocks.push(["conflict", `Conflict of interest: ${conflicts}`]);
  const isLetGo = isReleased({ ...leader, ask: need.ask, today: facts.today });
  if (!isLetGo && !allowances.allows(pair, "home-release"))
    blocks.push(["home-release", releaseWords(leader)]);
  blocks.push(...keptByRule(pair));
  if (need.declinedBy.includes(leader.id)) blocks.push(["declined", declined]);
  if (need.avoided.includes(leader.id)) blocks.push(["avoided", avoided]);
  return blocks;
};

/** Whether anything of a leader could keep them from a school that nothing is known of. */
const isMarkedLeader = (
  { conflicts, ownSchools }: RoundFacts,
  { id, home, line, isKeptHome }: RoundLeader,
  { opens }: AllowanceBook,
): boolean =>
  isKeptHome ||
  line.supply.release !== null ||
  isLeaderTied(conflicts, { leader: id, home: home.urn, coordinatorSchools: ownSchools }) ||
  opens("designation", id) ||
  opens("distance", id);

/** Whether anything of a need could keep it from a leader of whom nothing is known. */
const isMarkedNeed = ({ conflicts, ownSchools }: RoundFacts, beside: Beside): boolean => {
  const { need, forbids, isPinnedAway, allowances } = beside;
  return (
    isPinnedAway ||
    forbids.length + need.declinedBy.length + need.avoided.length > 0 ||
    isSchoolTied(conflicts, { school: need.school.urn, coordinatorSchools: ownSchools }) ||
    allowances.opens("different-trust", need.id)
  );
};

/**
 * Every pair of these needs and leaders that something other than the engine's own rules keeps apart, each with its reason. A county has tens
 * of thousands of pairs, and nothing is known of most: only those are looked at of which something is, on either side.
 */
export const blockedPairs = (
  facts: RoundFacts,
  given: {
    readonly needs: readonly RoundNeed[];
    readonly leaders: readonly RoundLeader[];
    readonly choices: RoundChoices;
    readonly allowances: AllowanceBook;
  },
): readonly Blocked[] => {
  const { needs, leaders, choices, allowances } = given;
  const present = new Set(leaders.map(({ id }) => id));
  const marked = leaders.filter((leader) => isMarkedLeader(facts, leader, allowances));
  return needs.flatMap((need) => {
    const isOwn = (each: { readonly need: NeedId }) => each.need === need.id;
    const forbids = choices.forbids.filter(isOwn);
    const isPinnedAway = choices.pins.some((pin) => isOwn(pin) && !present.has(pin.leader));
    const beside = { need, forbids, isPinnedAway, allowances };
    return (isMarkedNeed(facts, beside) ? leaders : marked).flatMap((leader) =>
      blocksOf(facts, { ...beside, leader }).map(([kind, words]) => ({
        request: need.id,
        provider: leader.id,
        kind,
        words,
      })),
    );
  });
};
