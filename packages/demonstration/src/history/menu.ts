import { addDays, type Instant } from "@alongside/domain/calendar";
import type { PersonId, ZoneId } from "@alongside/domain/identity";
import type { IsoDate, Urn } from "@alongside/domain/school";
import { zoneAt } from "../geography/zone.ts";
import type { DemonstrationLeader } from "../leader/index.ts";
import { groupOf, schoolsInNeed } from "../person/choice.ts";
import { personIdOf } from "../person/person.ts";
import { at } from "../random.ts";
import { plans } from "../school/index.ts";
import { menuWords } from "../words/menu-words.ts";
import { momentOn, workingDayUntil } from "./moment.ts";

/** A package of support in the menu of a zone, with the schools that have asked about it. */
export type DemonstrationPackage = {
  readonly id: string;
  readonly zoneId: ZoneId;
  readonly leaderId: PersonId;
  readonly title: string;
  /** Code of the list of areas of expertise. */
  readonly area: string;
  readonly halfDays: number;
  readonly includes: string;
  readonly publishedAt: Instant;
  readonly interested: readonly Urn[];
};

/** A tie between a leader and a school that someone declared, and what was decided about it. */
export type DemonstrationConflict = {
  readonly id: string;
  readonly leaderId: PersonId;
  readonly urn: Urn;
  readonly kind: "past-employment" | "same-governors" | "reciprocal-support";
  readonly words: string;
  readonly declaredAt: Instant;
  readonly decision: {
    readonly outcome: "blocked" | "cleared";
    readonly reason: string;
    readonly by: PersonId;
    readonly at: Instant;
  } | null;
};

const momentAgo = (today: IsoDate, days: number): Instant =>
  momentOn(workingDayUntil(addDays(today, -days)), 615);

const interestIn = (leader: DemonstrationLeader, index: number): readonly Urn[] =>
  schoolsInNeed
    .filter((plan) => leader.phaseGroups.includes(groupOf(plan)) && plan.urn !== leader.homeUrn)
    .slice(index, index + (index % 4))
    .map(({ urn }) => urn);

const packageOf = (
  [area, words]: readonly [string, (typeof menuWords)[string]],
  index: number,
  given: { readonly leaders: readonly DemonstrationLeader[]; readonly today: IsoDate },
): readonly DemonstrationPackage[] => {
  const able = given.leaders.filter(({ expertise }) => expertise.some((one) => one.area === area));
  const leader = able[(index * 2) % able.length];
  const home = plans.find(({ urn }) => urn === leader?.homeUrn);
  const zone = home && zoneAt(home.point, groupOf(home));
  if (leader === undefined || zone === undefined || words === undefined) return [];
  return [
    {
      id: `package-${index + 1}`,
      zoneId: zone.id,
      leaderId: leader.personId,
      area,
      halfDays: 2 + (index % 3),
      publishedAt: momentAgo(given.today, 70 - index * 6),
      interested: interestIn(leader, index),
      ...words,
    },
  ];
};

export const packagesOn = (
  today: IsoDate,
  leaders: readonly DemonstrationLeader[],
): readonly DemonstrationPackage[] =>
  Object.entries(menuWords).flatMap((entry, index) => packageOf(entry, index, { leaders, today }));

/** Three ties: one blocks, one was cleared, one waits for a decision. */
export const conflictsOn = (
  today: IsoDate,
  leaders: readonly DemonstrationLeader[],
): readonly DemonstrationConflict[] => {
  const tie = (index: number, school: number) => ({
    id: `conflict-${index + 1}`,
    leaderId: at(leaders, 3 + index).personId,
    urn: at(schoolsInNeed, school).urn,
    declaredAt: momentAgo(today, 40 - index * 15),
  });
  const decided = { by: personIdOf("officer-primary"), at: momentAgo(today, 20) };
  return [
    {
      ...tie(0, 24),
      kind: "past-employment",
      words: "Was deputy head there until two years ago.",
      decision: { outcome: "blocked", reason: "Too recent; another leader is free", ...decided },
    },
    {
      ...tie(1, 21),
      kind: "same-governors",
      words: "One governor sits on both boards.",
      decision: { outcome: "cleared", reason: "The governor takes no part in it", ...decided },
    },
    {
      ...tie(2, 16),
      kind: "reciprocal-support",
      words: "That school’s head helped mine last year.",
      decision: null,
    },
  ];
};
