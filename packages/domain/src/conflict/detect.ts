import { addYears } from "../calendar/index.ts";
import type { PersonId } from "../identity/index.ts";
import type { IsoDate, Urn } from "../school/index.ts";

/** A school as the rules see it. `trust` is the code of its trust; governors are named by id. */
export type SchoolFacts = {
  readonly urn: Urn;
  readonly trust: string | null;
  readonly governors: readonly PersonId[];
};

/** Support that one school's leader gave another; `endedOn` is null while it runs. */
export type PastSupport = {
  readonly homeSchool: Urn;
  readonly supportedSchool: Urn;
  readonly endedOn: IsoDate | null;
};

/** Plain facts about one pairing on a day. `pastEmployers` is as the leader declared. */
export type PairingFacts = {
  readonly on: IsoDate;
  readonly home: SchoolFacts;
  readonly supported: SchoolFacts;
  readonly pastEmployers: readonly Urn[];
  readonly support: readonly PastSupport[];
  /** Schools that the coordinator leads, works at or governs. */
  readonly coordinatorSchools: readonly Urn[];
  /** What either side declared, in words. */
  readonly declared: readonly string[];
};

/** A conflict of interest with the facts that show it. */
export type ConflictGround =
  | { readonly kind: "same-trust"; readonly trust: string }
  | { readonly kind: "same-governors"; readonly governors: readonly PersonId[] }
  | { readonly kind: "past-employment"; readonly school: Urn }
  | { readonly kind: "reciprocal-support"; readonly lastOn: IsoDate }
  | { readonly kind: "coordinators-own-school"; readonly school: Urn }
  | { readonly kind: "declared"; readonly text: string };

/** Every ground that a conflict may have. */
export const groundKinds = [
  "same-trust",
  "same-governors",
  "past-employment",
  "reciprocal-support",
  "coordinators-own-school",
  "declared",
] as const satisfies readonly ConflictGround["kind"][];

type Detector = (facts: PairingFacts) => readonly ConflictGround[];

/** Two schools of one trust are in conflict (Product rules, §3: conflict of interest). */
export const sameTrust: Detector = ({ home, supported }) =>
  home.trust !== null && home.trust === supported.trust
    ? [{ kind: "same-trust", trust: home.trust }]
    : [];

/** A person who governs both schools makes a conflict (Product rules, §3: conflict of interest). */
export const sameGovernors: Detector = ({ home, supported }) => {
  const governors = home.governors.filter((person) => supported.governors.includes(person));
  return governors.length > 0 ? [{ kind: "same-governors", governors }] : [];
};

/** A leader who declared to have worked at the school is in conflict (Product rules, §3: conflict of interest). */
export const pastEmployment: Detector = ({ supported, pastEmployers }) =>
  pastEmployers.includes(supported.urn) ? [{ kind: "past-employment", school: supported.urn }] : [];

const reciprocalYears = 2;

/** A school that supported the leader's own within two years, or does now, is in conflict (Product rules, §3: conflict of interest). */
export const reciprocalSupport: Detector = ({ on, home, supported, support }) => {
  const since = addYears(on, -reciprocalYears);
  const days = support
    .filter((past) => past.homeSchool === supported.urn && past.supportedSchool === home.urn)
    .map(({ endedOn }) => endedOn ?? on)
    .filter((endedOn) => endedOn >= since)
    .toSorted();
  const lastOn = days.at(-1);
  return lastOn === undefined ? [] : [{ kind: "reciprocal-support", lastOn }];
};

/** A coordinator does not decide alone about a school of their own (Product rules, §3: conflict of interest). */
export const coordinatorsOwnSchool: Detector = ({ home, supported, coordinatorSchools }) =>
  [home.urn, supported.urn]
    .filter((school) => coordinatorSchools.includes(school))
    .map((school) => ({ kind: "coordinators-own-school", school }));

const declaredConflicts: Detector = ({ declared }) =>
  declared.filter((text) => text.trim() !== "").map((text) => ({ kind: "declared", text }));

const detectors: readonly Detector[] = [
  sameTrust,
  sameGovernors,
  pastEmployment,
  reciprocalSupport,
  coordinatorsOwnSchool,
  declaredConflicts,
];

/** Every conflict of a pairing: found, not only declared (Product rules, §3: conflict of interest). */
export const findConflicts: Detector = (facts) => detectors.flatMap((detect) => detect(facts));

/** What a ground is told by, so that one that was decided is not found again: nothing in it changes from day to day. */
export const keyOfGround = (ground: ConflictGround): string => {
  switch (ground.kind) {
    case "same-trust":
      return `same-trust ${ground.trust}`;
    case "same-governors":
      return `same-governors ${ground.governors.toSorted().join(" ")}`;
    case "past-employment":
      return `past-employment ${ground.school}`;
    case "reciprocal-support":
      return "reciprocal-support";
    case "coordinators-own-school":
      return `coordinators-own-school ${ground.school}`;
    case "declared":
      return `declared ${ground.text}`;
  }
};
