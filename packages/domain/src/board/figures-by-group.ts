import { isWaiting } from "./cause.ts";
import type { Facts } from "./fact.ts";
import { list, type Figure } from "./figure.ts";
import { counted, isMatched } from "./part.ts";

/** Needs by the phase group of the school. */
export const needsByGroup = ({ needs }: Facts): Figure =>
  list(needs, {
    id: "needs-by-group",
    unit: "count",
    about: "need",
    rows: { keys: ["primary", "secondary", "special"], of: ({ group }) => [group] },
    columns: {
      asked: counted({ population: "asked" }),
      matched: counted({ madeOf: isMatched, population: "matched" }),
      waiting: counted({ madeOf: isWaiting, population: "waiting" }),
    },
  });
