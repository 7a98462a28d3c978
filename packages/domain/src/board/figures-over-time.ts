import type { Instant } from "../calendar/index.ts";
import { londonDateOf } from "../calendar/london.ts";
import { isWaiting } from "./cause.ts";
import type { Facts, SupplyFact } from "./fact.ts";
import { list, type Figure, type Part } from "./figure.ts";
import { accounts, counted, isMatched, outcomeColumns, sumOf, type BoardTerms } from "./part.ts";

/** What lies before the first term that anybody has set. */
const before = "before";

/** The term that had begun last on the day of an instant: holidays belong to the term before them. */
const termAt = ({ terms }: BoardTerms, at: Instant): string => {
  const day = londonDateOf(at);
  return terms.findLast(({ startsOn }) => startsOn <= day)?.id ?? before;
};

/** The terms in which something happened and those between them, in their order. */
const byTerm = <Fact>(
  facts: readonly Fact[],
  given: BoardTerms,
  termOf: (fact: Fact) => string,
): Part<Fact> => {
  const used = new Set(facts.map(termOf));
  const ids = given.terms.map(({ id }) => id);
  const from = ids.findIndex((id) => used.has(id));
  const to = ids.findLastIndex((id) => used.has(id));
  const between = from < 0 ? [] : ids.slice(from, to + 1);
  return {
    keys: used.has(before) ? [before, ...between] : between,
    of: (fact) => [termOf(fact)],
  };
};

/** Needs by the term in which they were sent: what became of those that were asked for then. */
export const needsOverTime = ({ needs }: Facts, terms: BoardTerms): Figure =>
  list(needs, {
    id: "needs-over-time",
    unit: "count",
    about: "need",
    rows: byTerm(needs, terms, ({ submittedAt }) => termAt(terms, submittedAt)),
    columns: {
      asked: counted({ population: "asked" }),
      matched: counted({ madeOf: isMatched, population: "matched" }),
      waiting: counted({ madeOf: isWaiting, population: "waiting" }),
    },
  });

/** Days of leaders by the term for which they were promised. */
export const daysOverTime = ({ supply }: Facts, terms: BoardTerms): Figure => {
  const known = new Set(terms.terms.map(({ id }) => id));
  const termOf = ({ term }: SupplyFact): string => (known.has(term) ? term : before);
  return list(supply, {
    id: "days-over-time",
    unit: "half-days",
    about: "supply",
    rows: byTerm(supply, terms, termOf),
    columns: Object.fromEntries(
      accounts.map((account) => [
        account,
        {
          value: sumOf<SupplyFact>((line) => line[account]),
          addsUp: true,
          population: `days ${account}`,
        },
      ]),
    ),
  });
};

/** Objectives by the term in which their work was opened. */
export const objectivesOverTime = ({ work }: Facts, terms: BoardTerms): Figure =>
  list(work, {
    id: "objectives-over-time",
    unit: "count",
    about: "work",
    rows: byTerm(work, terms, ({ openedAt }) => termAt(terms, openedAt)),
    columns: outcomeColumns,
  });
