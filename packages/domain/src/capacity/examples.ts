import { dateOf, defaultDatesOf, instantOf } from "../calendar/index.ts";
import { type PersonId, toId } from "../identity/index.ts";
import {
  type CapacityCommand,
  type CapacityCommandType,
  type CapacityLine,
  type CapacityState,
  capacityTransitions,
  decideCapacity,
  evolveCapacity,
  indicateCapacity,
  type Supply,
  toCapacityLineId,
} from "./index.ts";

/* One capacity line of each kind and one command of each kind, for tests. */

export const at = instantOf(Date.UTC(2026, 1, 20, 9));
export const supply: Supply = {
  halfDays: 10,
  earlyHalfDays: 6,
  lateHalfDays: 10,
  weekdays: [1, 2, 3],
  blackouts: [],
  areas: [{ area: "maths", level: 3, evidence: "Two deployments" }],
  phases: ["primary"],
  modes: ["coaching"],
  zones: [],
  mostKm: 30,
  mostSchools: 2,
  release: null,
};
const line = {
  id: toCapacityLineId("line-1"),
  leader: toId<PersonId>("person-1"),
  term: defaultDatesOf({ academicYear: "2025-26", season: "spring" }),
  supply,
};
const good = { confirmedOn: dateOf(2026, 1, 8), goodUntil: dateOf(2026, 2, 19) };

export const indicative = indicateCapacity(line);
export const firm = { state: "firm", ...line, ...good } as const;
export const lapsed = { state: "lapsed", ...line, ...good } as const;

export const lines: {
  readonly [State in CapacityState]: Extract<CapacityLine, { state: State }>;
} = {
  indicative,
  firm,
  lapsed,
  withdrawn: { state: "withdrawn", ...line, reason: "Illness", withdrawnAt: at },
};

export const commands: {
  readonly [Type in CapacityCommandType]: Extract<CapacityCommand, { type: Type }>;
} = {
  change: { type: "change", at, supply: { ...supply, halfDays: 12 }, tied: 4 },
  confirm: { type: "confirm", at, goodUntil: dateOf(2026, 3, 31) },
  reconfirm: { type: "reconfirm", at, goodUntil: dateOf(2026, 3, 31) },
  lapse: { type: "lapse", at },
  withdraw: { type: "withdraw", at, reason: "Illness", tied: 0 },
};

export const states = Object.keys(lines).filter(
  (state): state is CapacityState => state in capacityTransitions,
);

export const reach = (from: CapacityLine, command: CapacityCommand): string => {
  const decision = decideCapacity(from, command);
  if (decision.ok) return evolveCapacity(from, decision.value).state;
  const { refusal } = decision;
  return refusal.kind === "wrong-state"
    ? `${refusal.machine} ${refusal.state} refuses ${refusal.command}`
    : refusal.kind;
};
