import type { PersonId } from "@alongside/domain/identity";
import type { NeedId } from "@alongside/domain/need";
import type { RoundChoices } from "@alongside/domain/round";
import { blockingConflicts } from "../conflict/book.ts";
import { conflictWords, toDateWords } from "./plain-words.ts";
import type { RoundFacts, RoundLeader, RoundNeed } from "./facts.ts";

export const blocks = [
  "forbidden",
  "pinned-elsewhere",
  "conflict",
  "home-release",
  "declined",
  "avoided",
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

/** A home school that said until when it lets its leader go must do so when the work begins (Product rules, §3: eligibility). */
const isReleased = ({ today }: RoundFacts, { ask }: RoundNeed, { line }: RoundLeader): boolean => {
  const { release } = line.supply;
  const start = ask.earliest > today ? ask.earliest : today;
  return release === null || release.until >= start;
};

type Pair = {
  readonly need: RoundNeed;
  readonly leader: RoundLeader;
  readonly choices: RoundChoices;
  readonly present: ReadonlySet<PersonId>;
};

/** A pin means this leader or nobody, also when the leader has no days here any more. */
const isPinnedAway = ({ need, choices, present }: Pair): boolean =>
  choices.pins.some((pin) => pin.need === need.id && !present.has(pin.leader));

const blocksOf = (facts: RoundFacts, pair: Pair): readonly (readonly [Block, string])[] => {
  const { need, leader, choices } = pair;
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
          ["conflict", `Conflict of interest: ${conflicts.map(conflictWords).join("; ")}`] as const,
        ]),
    ...(isReleased(facts, need, leader)
      ? []
      : [
          [
            "home-release",
            `The home school lets the leader go until ${toDateWords(leader.line.supply.release?.until ?? "")} only`,
          ] as const,
        ]),
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
  },
): readonly Blocked[] => {
  const { needs, leaders, choices } = given;
  const present = new Set(leaders.map(({ id }) => id));
  return needs.flatMap((need) =>
    leaders.flatMap((leader) =>
      blocksOf(facts, { need, leader, choices, present }).map(([kind, words]) => ({
        request: need.id,
        provider: leader.id,
        kind,
        words,
      })),
    ),
  );
};
