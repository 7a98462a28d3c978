import { daysBetween } from "../calendar/iso-date.ts";
import { londonDateOf } from "../calendar/london.ts";
import { bands } from "../need/state.ts";
import type { IsoDate } from "../school/index.ts";
import { causes, causesAmong, isWaiting, passedOver } from "./cause.ts";
import type { Facts, NeedFact, SupplyFact, WorkFact } from "./fact.ts";
import { cross, list, type Figure } from "./figure.ts";
import { needsByGroup } from "./figures-by-group.ts";
import { daysOverTime, needsOverTime, objectivesOverTime } from "./figures-over-time.ts";
import {
  accounts,
  counted,
  everything,
  isMatched,
  numberOf,
  outcomeColumns,
  sumOf,
  type BoardTerms,
} from "./part.ts";
import { gini, quantile } from "./statistic.ts";

const none = "none";

const stages = ["submitted", "open", "offered", "on-hold", "agreed", "closed"] as const;

const bandKeys = [...bands.map(String), none];
const byBand = {
  keys: bandKeys,
  of: ({ band }: NeedFact) => [band === null ? none : String(band)],
};
const zonesOf = ({ zones }: BoardTerms) => ({
  keys: [...zones, none],
  of: ({ zone }: { readonly zone: string | null }) => [zone ?? none],
});

const needsByStage = ({ needs }: Facts): Figure =>
  cross(needs, {
    id: "needs-by-stage",
    unit: "count",
    about: "need",
    rows: { keys: stages, of: ({ stage }) => [stage] },
    columns: byBand,
    population: "asked",
  });

const needsByZone = ({ needs }: Facts, terms: BoardTerms): Figure =>
  cross(needs.filter(isWaiting), {
    id: "needs-by-zone",
    unit: "count",
    about: "need",
    rows: zonesOf(terms),
    columns: byBand,
    population: "waiting",
  });

/** Whole days from the day of asking to the day on which the school confirmed an offer. */
const daysToMatch = ({ submittedAt, matchedAt }: NeedFact): readonly number[] =>
  matchedAt === null ? [] : [daysBetween(londonDateOf(submittedAt), londonDateOf(matchedAt))];

const timeToMatch = ({ needs }: Facts): Figure =>
  list(
    needs.filter(({ matchedAt }) => matchedAt !== null),
    {
      id: "time-to-match",
      unit: "days",
      about: "need",
      rows: byBand,
      columns: {
        median: { value: (found) => quantile(found.flatMap(daysToMatch), 0.5) },
        ninetieth: { value: (found) => quantile(found.flatMap(daysToMatch), 0.9) },
      },
    },
  );

const neediestFirst = ({ needs }: Facts): Figure => {
  const passed = passedOver(needs);
  return list(needs, {
    id: "neediest-first",
    unit: "count",
    about: "need",
    rows: byBand,
    columns: {
      asked: counted({ population: "asked" }),
      matched: counted({ madeOf: isMatched, population: "matched" }),
      waiting: counted({ madeOf: isWaiting, population: "waiting" }),
      "passed-over": counted({ madeOf: ({ id }) => passed.has(id) }),
    },
  });
};

const unmetNeeds = ({ needs, supply }: Facts): Figure => {
  const causeOf = causesAmong(supply);
  return cross(needs.filter(isWaiting), {
    id: "unmet-needs",
    unit: "count",
    about: "need",
    rows: { keys: causes, of: (need) => [causeOf(need)] },
    columns: byBand,
    population: "waiting",
  });
};

const daysByStage = ({ supply }: Facts): Figure =>
  list(supply, {
    id: "days-by-stage",
    unit: "half-days",
    about: "supply",
    rows: everything,
    columns: Object.fromEntries(
      accounts.map((account) => [
        account,
        { value: sumOf<SupplyFact>((line) => line[account]), population: `days ${account}` },
      ]),
    ),
  });

const demand = ({ needs }: Facts, terms: BoardTerms): Figure =>
  cross(needs.filter(isWaiting), {
    id: "demand",
    unit: "half-days",
    about: "need",
    rows: { keys: terms.areas, of: ({ area }) => [area] },
    columns: zonesOf(terms),
    amount: ({ halfDays }) => halfDays,
  });

/** Half-days that are free, shown under each expertise and zone that they could go to: they can be given once only. */
const supplyFree = ({ supply }: Facts, terms: BoardTerms): Figure =>
  cross(
    supply.filter(({ state }) => state === "firm"),
    {
      id: "supply",
      unit: "half-days",
      about: "supply",
      rows: { keys: terms.areas, of: ({ areas }) => areas },
      columns: { keys: terms.zones, of: ({ zones }) => zones },
      amount: ({ published }) => published,
    },
  );

/** Half-days that are promised or given, a leader over all terms. */
const loads = (supply: readonly SupplyFact[]): readonly number[] =>
  [...Map.groupBy(supply, ({ leader }) => leader).values()].map(
    sumOf((line) => line.committed + line.booked + line.delivered),
  );

const loadSpread = ({ supply }: Facts): Figure =>
  list(supply, {
    id: "load-spread",
    unit: "half-days",
    about: "supply",
    rows: everything,
    columns: {
      leaders: { value: (found) => loads(found).length, unit: "count" },
      median: { value: (found) => quantile(loads(found), 0.5) },
      most: { value: (found) => quantile(loads(found), 1) },
      gini: { value: (found) => gini(loads(found)), unit: "index" },
    },
  });

const objectives = ({ work }: Facts, terms: BoardTerms): Figure =>
  list(work, {
    id: "objectives",
    unit: "count",
    about: "work",
    rows: zonesOf(terms),
    columns: outcomeColumns,
  });

const followUpOf = ({ followUp }: WorkFact, today: IsoDate): readonly string[] => {
  if (followUp === null) return [];
  if (followUp.answer !== null) return [followUp.answer];
  return [followUp.dueOn <= today ? "overdue" : "to-come"];
};

const followUps = ({ work }: Facts, terms: BoardTerms): Figure =>
  cross(work, {
    id: "follow-ups",
    unit: "count",
    about: "work",
    rows: {
      keys: ["kept", "partly", "lost", "overdue", "to-come"],
      of: (one) => followUpOf(one, terms.today),
    },
    columns: zonesOf(terms),
  });

const ratio = (one: number, of: number): number | null => (of === 0 ? null : one / of);

const spent = sumOf<WorkFact>(({ pence }) => pence);
const daysGiven = sumOf<WorkFact>(({ delivered }) => delivered / 2);

const cost = ({ work }: Facts, terms: BoardTerms): Figure =>
  list(
    work.filter(({ delivered }) => delivered > 0),
    {
      id: "cost",
      unit: "pence",
      about: "work",
      rows: zonesOf(terms),
      columns: {
        spent: { value: spent, addsUp: true },
        "per-day": { value: (found) => ratio(spent(found), daysGiven(found)) },
        "per-objective-met": {
          value: (found) => ratio(spent(found), sumOf(numberOf("met"))(found)),
        },
      },
    },
  );

const freshness = ({ supply }: Facts, { today }: BoardTerms): Figure =>
  cross(
    supply.filter(({ state }) => state !== "withdrawn"),
    {
      id: "freshness",
      unit: "count",
      about: "supply",
      rows: {
        keys: ["in-date", "out-of-date", "not-confirmed"],
        of: ({ goodUntil, state }) => {
          if (goodUntil === null) return ["not-confirmed"];
          return [state === "firm" && today <= goodUntil ? "in-date" : "out-of-date"];
        },
      },
      columns: everything,
    },
  );

const conflicts = ({ conflicts: found }: Facts): Figure =>
  cross(found, {
    id: "conflicts",
    unit: "count",
    about: "conflict",
    rows: { keys: ["found", "allowed", "upheld"], of: ({ state }) => [state] },
    columns: everything,
  });

const makers = [
  needsByStage,
  needsByZone,
  needsByGroup,
  needsOverTime,
  timeToMatch,
  neediestFirst,
  unmetNeeds,
  daysByStage,
  daysOverTime,
  demand,
  supplyFree,
  loadSpread,
  objectives,
  objectivesOverTime,
  followUps,
  cost,
  conflicts,
  freshness,
] as const;

export const figureIds = [
  "needs-by-stage",
  "needs-by-zone",
  "needs-by-group",
  "needs-over-time",
  "time-to-match",
  "neediest-first",
  "unmet-needs",
  "days-by-stage",
  "days-over-time",
  "demand",
  "supply",
  "load-spread",
  "objectives",
  "objectives-over-time",
  "follow-ups",
  "cost",
  "conflicts",
  "freshness",
] as const;
export type FigureId = (typeof figureIds)[number];

/** Every figure of the board over these facts, in the order in which a board reads them (Product rules, §4: board). */
export const figuresOf = (facts: Facts, terms: BoardTerms): readonly Figure[] =>
  makers.map((make) => make(facts, terms));
