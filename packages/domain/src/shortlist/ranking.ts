import type { PersonId } from "../identity/index.ts";
import type { Ask } from "../need/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";

export const shortlistStates = ["sent", "ranked", "withdrawn"] as const;
/** A list of leaders that a head was asked to rank. */
export type ShortlistState = (typeof shortlistStates)[number];

export type ShortlistCommandType = "rank" | "withdraw";

/** Where each command may lead from each state; an empty cell is refused. A head may think again until the list is taken back. */
export const shortlistTransitions: Readonly<
  Record<ShortlistState, Readonly<Record<ShortlistCommandType, readonly ShortlistState[]>>>
> = {
  sent: { rank: ["ranked"], withdraw: ["withdrawn"] },
  ranked: { rank: ["ranked"], withdraw: ["withdrawn"] },
  withdrawn: { rank: [], withdraw: [] },
};

/** What the head says of one leader: a place from 1, not ranked, or rather not. */
export type Verdict = {
  readonly leader: PersonId;
  readonly place: number | null;
  readonly isAvoided: boolean;
};

export type ShortlistRefusal =
  | {
      readonly kind: "wrong-state";
      readonly machine: "shortlist";
      readonly state: ShortlistState;
      readonly command: ShortlistCommandType;
    }
  | { readonly kind: "nothing-ranked" }
  | { readonly kind: "place-repeated"; readonly place: number }
  | { readonly kind: "list-length"; readonly given: number };

const wrongPlace = (verdicts: readonly Verdict[]): ShortlistRefusal | undefined => {
  const places = verdicts.flatMap(({ place }) => (place === null ? [] : [place])).toSorted();
  const repeated = places.find((place, index) => places[index - 1] === place);
  if (repeated !== undefined) return { kind: "place-repeated", place: repeated };
  const isSilent = places.length === 0 && verdicts.every(({ isAvoided }) => !isAvoided);
  return isSilent ? { kind: "nothing-ranked" } : undefined;
};

/** The state after a command, or why it cannot be. A ranking gives each place once and says something of somebody. */
export const moveShortlist = (
  state: ShortlistState,
  command:
    | { readonly type: "rank"; readonly verdicts: readonly Verdict[] }
    | { readonly type: "withdraw" },
): Result<ShortlistState, ShortlistRefusal> => {
  const { type } = command;
  const [next] = shortlistTransitions[state][type];
  if (next === undefined)
    return refused({ kind: "wrong-state", machine: "shortlist", state, command: type });
  const fault = command.type === "rank" ? wrongPlace(command.verdicts) : undefined;
  return fault === undefined ? accepted(next) : refused(fault);
};

/** The engine takes three tenths off for each place, so that a fifth would count against a leader. */
const mostPreferred = 4;

/**
 * Whom a head prefers, in order, and whom not: the ranking first, then the wishes of the need that it does not mention
 * (Product rules, §3: fit score, head's ranking).
 */
export const preferenceOf = (
  ask: Pick<Ask, "preferred" | "avoided">,
  ranking: readonly Verdict[],
): { readonly preferred: readonly PersonId[]; readonly avoided: readonly PersonId[] } => {
  const mentioned = new Set(ranking.map(({ leader }) => leader));
  const others = (wishes: Ask["preferred"]) =>
    wishes.map(({ leader }) => leader).filter((leader) => !mentioned.has(leader));
  const placed = ranking
    .flatMap(({ leader, place }) => (place === null ? [] : [{ leader, place }]))
    .toSorted((one, other) => one.place - other.place)
    .map(({ leader }) => leader);
  return {
    preferred: [...placed, ...others(ask.preferred)].slice(0, mostPreferred),
    avoided: [
      ...ranking.filter(({ isAvoided }) => isAvoided).map(({ leader }) => leader),
      ...others(ask.avoided),
    ],
  };
};
