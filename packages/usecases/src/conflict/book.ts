import type { Read } from "@alongside/db";
import {
  listConflictRows,
  listInterests,
  listSupportBetween,
  type ConflictRow,
  type InterestRow,
} from "@alongside/db/views/conflict";
import {
  blocks,
  findConflicts,
  keyOfGround,
  type Conflict,
  type ConflictGround,
} from "@alongside/domain/conflict";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { IsoDate, Urn } from "@alongside/domain/school";

/** What is known of the ties of an area, or of one school in it: declared, found, decided, and who has supported whom. */
export type ConflictBook = {
  readonly interestsOf: ReadonlyMap<PersonId, readonly InterestRow[]>;
  readonly governorsOf: ReadonlyMap<Urn, readonly InterestRow[]>;
  readonly rowsOf: ReadonlyMap<PersonId, readonly ConflictRow[]>;
  readonly supportBy: ReadonlyMap<Urn, Awaited<ReturnType<typeof listSupportBetween>>>;
};

/** Reads the ties of an area once, for as many pairings as are looked at; with `school`, for pairings with that one alone. */
export const readConflictBook = async (
  read: Read,
  areaId: AreaId,
  school?: Urn,
): Promise<ConflictBook> => {
  const [interests, rows, support] = await Promise.all([
    listInterests(read, areaId),
    listConflictRows(read, areaId, school),
    listSupportBetween(read, areaId, school),
  ]);
  const governors = interests.filter(({ kind }) => kind === "governor");
  return {
    interestsOf: Map.groupBy(interests, ({ personId }) => personId),
    governorsOf: Map.groupBy(governors, ({ urn }) => urn),
    rowsOf: Map.groupBy(rows, ({ personId }) => personId),
    supportBy: Map.groupBy(support, ({ homeUrn }) => homeUrn),
  };
};

/** A leader beside a school, on a day; `coordinatorSchools` are those of whoever brokers. */
export type Pairing = {
  readonly on: IsoDate;
  readonly leader: PersonId;
  readonly home: Urn;
  readonly school: Urn;
  readonly coordinatorSchools: readonly Urn[];
};

/** A conflict as it stands: on record with its decision, or found just now and not on record yet. */
export type StandingConflict = {
  readonly id: string | null;
  readonly ground: ConflictGround;
  readonly state: Conflict["state"];
  readonly conditions: string;
};

const governorsOf = (book: ConflictBook, urn: Urn, on: IsoDate): readonly PersonId[] =>
  (book.governorsOf.get(urn) ?? []).flatMap(({ personId, untilOn }) =>
    untilOn === null || untilOn >= on ? [personId] : [],
  );

const declaredBy = (book: ConflictBook, { leader, school }: Pairing, kind: InterestRow["kind"]) =>
  (book.interestsOf.get(leader) ?? []).filter(
    (interest) => interest.kind === kind && interest.urn === school,
  );

const supportOf = (book: ConflictBook, pairing: Pairing) => {
  const { home, school } = pairing;
  return [
    ...(book.supportBy.get(school) ?? []).map(({ homeUrn, urn, toOn, isOver }) => ({
      homeSchool: homeUrn,
      supportedSchool: urn,
      endedOn: isOver ? toOn : null,
    })),
    ...declaredBy(book, pairing, "reciprocal-support").map(({ untilOn }) => ({
      homeSchool: school,
      supportedSchool: home,
      endedOn: untilOn,
    })),
  ];
};

const groundsOf = (book: ConflictBook, pairing: Pairing): readonly ConflictGround[] => {
  const { on, leader, home, school, coordinatorSchools } = pairing;
  return findConflicts({
    on,
    // Two schools of one trust are kept apart by a rule of their own, which the head may set aside.
    home: { urn: home, trust: null, governors: [...governorsOf(book, home, on), leader] },
    supported: { urn: school, trust: null, governors: governorsOf(book, school, on) },
    pastEmployers: declaredBy(book, pairing, "past-employment").map(({ urn }) => urn),
    support: supportOf(book, pairing),
    coordinatorSchools,
    declared: declaredBy(book, pairing, "other").map(({ words }) => words),
  });
};

const toStanding = ({ id, conflict }: ConflictRow): StandingConflict => ({
  id,
  ground: conflict.ground,
  state: conflict.state,
  conditions: conflict.state === "found" ? "" : conflict.conditions,
});

/** Whether anything is known of a school that could tie it to any leader. */
export const isSchoolTied = (
  book: ConflictBook,
  { school, coordinatorSchools }: Pick<Pairing, "school" | "coordinatorSchools">,
): boolean =>
  book.governorsOf.has(school) || book.supportBy.has(school) || coordinatorSchools.includes(school);

/** Whether anything is known of a leader that could tie them to any school. */
export const isLeaderTied = (
  book: ConflictBook,
  { leader, home, coordinatorSchools }: Pick<Pairing, "leader" | "home" | "coordinatorSchools">,
): boolean =>
  book.rowsOf.has(leader) || book.interestsOf.has(leader) || coordinatorSchools.includes(home);

/** Every conflict of a pairing as it stands: what is found today beside what is on record, decided or not. */
export const conflictsOfPair = (
  book: ConflictBook,
  pairing: Pairing,
): readonly StandingConflict[] => {
  // Of most pairings nothing is known, and a round looks at all of an area’s.
  if (!isSchoolTied(book, pairing) && !isLeaderTied(book, pairing)) return [];
  const { leader, school } = pairing;
  const rows = (book.rowsOf.get(leader) ?? []).filter(({ urn }) => urn === school);
  const known = new Set(rows.map(({ groundKey }) => groundKey));
  const found = groundsOf(book, pairing).filter((ground) => !known.has(keyOfGround(ground)));
  return [
    ...rows.map(toStanding),
    ...found.map((ground) => ({ id: null, ground, state: "found", conditions: "" }) as const),
  ];
};

/** The conflicts of a pairing that stand in its way: nobody has decided about them, or they were refused. */
export const blockingConflicts = (
  book: ConflictBook,
  pairing: Pairing,
): readonly StandingConflict[] => conflictsOfPair(book, pairing).filter(blocks);
