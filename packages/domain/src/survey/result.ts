import type { Sum } from "../board/attack.ts";
import { suppress, type Counts } from "../board/suppress.ts";
import type { Rating, Ratings, Statement } from "./answer.ts";

/** What a head thinks of a statement, in three: 4 and 5 agree, 1 and 2 disagree. */
export const opinions = ["agree", "neither", "disagree"] as const;
export type Opinion = (typeof opinions)[number];

export const opinionOf = (rating: Rating): Opinion => {
  if (rating === 3) return "neither";
  return rating > 3 ? "agree" : "disagree";
};

/** An answer that was sent, by where its school was then. */
export type SentAnswer = {
  readonly ratings: Ratings;
  readonly zone: string | null;
  readonly phase: string;
};

/** A part of all heads is told in two: the fewer numbers, the fewer are small. */
const parts = ["agree", "other"] as const;
type Kind = Opinion | (typeof parts)[number];

/** Where answers came from: everywhere, a zone, a phase group. */
export type ResultGroup = { readonly by: "all" | "zone" | "phase"; readonly name: string };

/** Counts of heads in one group for one statement; null where a number is hidden. */
export type ResultCell = {
  readonly statement: string;
  readonly group: ResultGroup;
  /** All three for everyone; of a zone or a phase only those who agree. */
  readonly counts: Readonly<Partial<Record<Opinion, number | null>>>;
  /** Share of heads who agree, in whole per cent; null where it would tell a hidden number, and where nobody answered. */
  readonly agreeing: number | null;
};

export type SurveyResult = {
  readonly groups: readonly {
    readonly group: ResultGroup;
    /** Heads who answered; null where hidden. */
    readonly heads: number | null;
  }[];
  readonly cells: readonly ResultCell[];
};

export const everyone: ResultGroup = { by: "all", name: "all" };

/** Schools that are in no zone. */
export const noZone = "none";

const groupName = ({ by, name }: ResultGroup): string => `${by} ${name}`;
const cellName = (statement: string, group: ResultGroup, kind: Kind): string =>
  `${statement} | ${groupName(group)} | ${kind}`;

const isEveryone = ({ by }: ResultGroup): boolean => by === "all";

/** What is counted of a group: for everyone also what the two parts of its groups add up to. */
const kindsOf = (group: ResultGroup): readonly Kind[] =>
  isEveryone(group) ? [...opinions, "other"] : parts;

const kindsIn = (group: ResultGroup, rating: Rating): readonly Kind[] => {
  const opinion = opinionOf(rating);
  const part = opinion === "agree" ? [] : (["other"] as const);
  return isEveryone(group) ? [opinion, ...part] : opinion === "agree" ? ["agree"] : part;
};

const groupsOf = (answers: readonly SentAnswer[]): readonly ResultGroup[] => {
  const named = (by: "zone" | "phase", names: readonly string[]): readonly ResultGroup[] =>
    [...new Set(names)].toSorted().map((name) => ({ by, name }));
  return [
    everyone,
    ...named(
      "zone",
      answers.map(({ zone }) => zone ?? noZone),
    ),
    ...named(
      "phase",
      answers.map(({ phase }) => phase),
    ),
  ];
};

const isIn =
  ({ by, name }: ResultGroup) =>
  ({ zone, phase }: SentAnswer): boolean => {
    if (by === "all") return true;
    return by === "zone" ? (zone ?? noZone) === name : phase === name;
  };

type Given = {
  readonly statements: readonly Statement[];
  readonly answers: readonly SentAnswer[];
  readonly groups: readonly ResultGroup[];
};

const countsOf = ({ statements, answers, groups }: Given): Counts => {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const within = answers.filter(isIn(group));
    counts.set(groupName(group), within.length);
    for (const { key } of statements) {
      for (const kind of kindsOf(group)) counts.set(cellName(key, group, kind), 0);
      for (const { ratings } of within) {
        const rating = ratings[key];
        if (rating === undefined) continue;
        for (const kind of kindsIn(group, rating)) {
          const name = cellName(key, group, kind);
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
      }
    }
  }
  return counts;
};

/** Those who agree and the others add up to the heads of a group; zones, and phases, to everyone. */
const sumsOf = ({ statements, groups }: Given): readonly Sum[] => {
  const within = (by: ResultGroup["by"]) => groups.filter((group) => group.by === by);
  const splits = (["zone", "phase"] as const).map(within).filter((split) => split.length > 0);
  return [
    ...splits.map((split) => ({ total: groupName(everyone), parts: split.map(groupName) })),
    ...statements.flatMap(({ key }) => [
      ...groups.map((group) => ({
        total: groupName(group),
        parts: parts.map((part) => cellName(key, group, part)),
      })),
      {
        total: cellName(key, everyone, "other"),
        parts: [cellName(key, everyone, "neither"), cellName(key, everyone, "disagree")],
      },
      ...splits.flatMap((split) =>
        parts.map((part) => ({
          total: cellName(key, everyone, part),
          parts: split.map((group) => cellName(key, group, part)),
        })),
      ),
    ]),
  ];
};

/** Everyone's numbers come first: the whole is worth more than its parts, and what is shown of it is not hidden again for their sake. */
const hiddenOf = (counts: Counts, sums: readonly Sum[], given: Given): ReadonlySet<string> => {
  const whole = [
    groupName(everyone),
    ...given.statements.flatMap(({ key }) =>
      kindsOf(everyone).map((kind) => cellName(key, everyone, kind)),
    ),
  ];
  const isWhole = new Set(whole);
  const first = suppress(
    new Map(whole.map((name) => [name, counts.get(name) ?? 0])),
    sums.filter(({ total, parts }) => [total, ...parts].every((name) => isWhole.has(name))),
  );
  const shown = new Set(whole.filter((name) => !first.has(name)));
  return suppress(counts, sums, { hidden: first, shown, between: new Set() });
};

/** All numbers of a survey by name, how they add up, and which of them are hidden. */
export const guardedCounts = (
  statements: readonly Statement[],
  answers: readonly SentAnswer[],
): {
  readonly groups: readonly ResultGroup[];
  readonly counts: Counts;
  readonly sums: readonly Sum[];
  readonly hidden: ReadonlySet<string>;
} => {
  const groups = groupsOf(answers);
  const given = { statements, answers, groups };
  const counts = countsOf(given);
  const sums = sumsOf(given);
  return { groups, counts, sums, hidden: hiddenOf(counts, sums, given) };
};

/** A share is told when it tells no hidden number: who agrees, and how many answered. */
const shareOf = (agree: number | null, heads: number | null): number | null =>
  agree === null || heads === null || heads === 0 ? null : Math.round((100 * agree) / heads);

/**
 * What heads said, for everyone, each zone and each phase. Counts from 1 to 5 are hidden from everybody, the partnership's staff too: it is
 * they who are judged; and so are those from which they could be worked out (Product rules, §3: small numbers).
 */
export const surveyResult = (
  statements: readonly Statement[],
  answers: readonly SentAnswer[],
): SurveyResult => {
  const { groups, counts, hidden } = guardedCounts(statements, answers);
  const shown = (name: string): number | null =>
    hidden.has(name) ? null : (counts.get(name) ?? 0);
  return {
    groups: groups.map((group) => ({ group, heads: shown(groupName(group)) })),
    cells: statements.flatMap(({ key: statement }) =>
      groups.map((group) => {
        const count = (opinion: Opinion) => shown(cellName(statement, group, opinion));
        return {
          statement,
          group,
          counts: isEveryone(group)
            ? { agree: count("agree"), neither: count("neither"), disagree: count("disagree") }
            : { agree: count("agree") },
          agreeing: shareOf(count("agree"), shown(groupName(group))),
        };
      }),
    ),
  };
};
