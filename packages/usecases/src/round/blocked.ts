import type { PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { RoundChoices } from "@alongside/domain/round";
import { blockingConflicts } from "../conflict/book.ts";
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
const conflictsOf = (facts: RoundFacts, need: RoundNeed, leader: RoundLeader) =>
  blockingConflicts(facts.conflicts, {
    on: facts.today,
    leader: leader.id,
    home: leader.home.urn,
    school: need.school.urn,
    coordinatorSchools: facts.ownSchools,
  }).map(({ ground }) => ground);

type Pair = {
  readonly need: RoundNeed;
  readonly leader: RoundLeader;
  readonly choices: RoundChoices;
  readonly present: ReadonlySet<PersonId>;
  readonly allowances: AllowanceBook;
};

/** A pin means this leader or nobody, also when the leader has no days here any more. */
const isPinnedAway = ({ need, choices, present }: Pair): boolean =>
  choices.pins.some((pin) => pin.need === need.id && !present.has(pin.leader));

/**
 * The engine knows one travel limit and one designation of a leader, and one trust of a school. Where a rule is set aside for one pair, the engine
 * is not told of it, and every other pair that it keeps apart is kept apart here.
 */
const keptByRule = (pair: Pair): readonly (readonly [Block, string])[] => {
  const { need, leader, allowances } = pair;
  const { opens, allows } = allowances;
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

const blocksOf = (facts: RoundFacts, pair: Pair): readonly (readonly [Block, string])[] => {
  const { need, leader, choices, allowances } = pair;
  const isLetGo =
    isReleased({ line: leader.line, ask: need.ask, today: facts.today }) ||
    allowances.allows(pair, "home-release");
  const conflicts = conflictsOf(facts, need, leader);
  const forbidden = choices.forbids.filter(
    (each) => each.need === need.id && each.leader === leader.id,
  );
  return [
    ...(isPinnedAway(pair)
      ? [["pinned-elsewhere", "Pinned to a leader whose days are not in this round"] as const]
      : []),
    ...forbidden.map(({ reason }) => ["forbidden", `Ruled out by hand: ${reason}`] as const),
    ...(conflicts.length === 0
      ? []
      : [
          [
            "conflict",
            `Conflict of interest: ${conflicts.map((ground) => conflictWords(ground, "the coordinator’s own")).join("; ")}`,
          ] as const,
        ]),
    ...(isLetGo ? [] : [["home-release", releaseWords(leader)] as const]),
    ...keptByRule(pair),
    ...(need.declinedBy.includes(leader.id)
      ? [["declined", "An offer to this leader for this need was declined"] as const]
      : []),
    ...(need.avoided.includes(leader.id)
      ? [["avoided", "The head would rather not have this leader"] as const]
      : []),
  ];
};

/** Every pair of these needs and leaders that something other than the engine's own rules keeps apart, each with its reason. */
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
  return needs.flatMap((need) =>
    leaders.flatMap((leader) =>
      blocksOf(facts, { need, leader, choices, present, allowances }).map(([kind, words]) => ({
        request: need.id,
        provider: leader.id,
        kind,
        words,
      })),
    ),
  );
};
