import type { ConflictState, InterestKind } from "@alongside/domain/conflict";
import type { TagColour } from "../../ui/index.ts";

export const stateWords: Readonly<Record<ConflictState, string>> = {
  found: "To be decided",
  allowed: "Allowed",
  upheld: "Refused",
};

export const stateColours: Readonly<Record<ConflictState, TagColour>> = {
  found: "amber",
  allowed: "green",
  upheld: "red",
};

export const kindWords = {
  "same-trust": "Both schools are of one trust",
  "same-governors": "Somebody governs both schools",
  "past-employment": "The leader worked at the school",
  "reciprocal-support": "The school supported the leader’s own",
  "coordinators-own-school": "It is the coordinator’s own school",
  declared: "A tie was declared",
} as const;

export const interestWords: Readonly<Record<InterestKind, string>> = {
  "past-employment": "Worked at the school",
  governor: "Governs there, or a governor of the own school does",
  "reciprocal-support": "The school supported the own one",
  other: "Something else: family, friendship, business",
};

const momentWords: Readonly<Record<string, string>> = {
  "conflict-found": "Found",
  "conflict-allowed": "Allowed",
  "conflict-upheld": "Refused",
  "conflict-revisited": "Opened again",
  "conflict-tie-withdrawn": "A tie that it rests on was withdrawn",
};

export const toMomentTitle = (kind: string): string => momentWords[kind] ?? "Changed";
