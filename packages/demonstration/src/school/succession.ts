import type { IsoDate, Urn } from "@alongside/domain/school";
import { toDate } from "../calendar.ts";
import type { Governance, Kind } from "./plan.ts";
import { toUrn } from "./urn.ts";

/** A school that closed and what became of its place. */
export type Predecessor = {
  readonly urn: Urn;
  readonly name: string;
  readonly kind: Kind;
  readonly governance: Governance;
};

export type Succession = {
  /** Name of the school that stands there now. */
  readonly successor: string;
  readonly on: IsoDate;
  readonly way: "academised" | "amalgamated";
  readonly governance: Governance;
  readonly predecessors: readonly Predecessor[];
};

type Row = readonly [
  successor: string,
  on: string,
  governance: Governance,
  before: Governance,
  formerName?: string,
];

const academised: readonly Row[] = [
  ["Heron Steps Primary School", "2017-09-01", "converter", "community"],
  ["Old Kiln Primary School", "2018-04-01", "sponsored", "community"],
  ["High Moor Academy", "2018-09-01", "sponsored", "community", "High Moor Community School"],
  ["Pithead Green Primary School", "2019-01-01", "sponsored", "community"],
  [
    "Kestrelham Church of England Primary School",
    "2022-09-01",
    "converter",
    "voluntary-controlled",
  ],
  ["St Finnawick's Catholic Primary School", "2023-02-01", "converter", "voluntary-aided"],
  ["Hopscotch Lane Primary School", "2024-09-01", "converter", "foundation"],
];

const firstClosed = 900_201;

const academisations = academised.map(
  ([successor, on, governance, before, formerName], index): Succession => ({
    successor,
    on: toDate(on),
    way: "academised",
    governance,
    predecessors: [
      {
        urn: toUrn(firstClosed + index),
        name: formerName ?? successor,
        kind: successor === "High Moor Academy" ? "secondary" : "primary",
        governance: before,
      },
    ],
  }),
);

const amalgamation: Succession = {
  successor: "Weaverbird Primary School",
  on: toDate("2021-09-01"),
  way: "amalgamated",
  governance: "community",
  predecessors: [
    {
      urn: toUrn(900_221),
      name: "Weaverbird Infant School",
      kind: "infant",
      governance: "community",
    },
    {
      urn: toUrn(900_222),
      name: "Weaverbird Junior School",
      kind: "junior",
      governance: "community",
    },
  ],
};

export const successions: readonly Succession[] = [...academisations, amalgamation];

export const successionOf = (name: string): Succession | undefined =>
  successions.find((succession) => succession.successor === name);

/**
 * The URN under which a figure of a school year was published, when it is a predecessor's. After an amalgamation
 * phonics came from the infant school and everything else from the junior one.
 */
export const predecessorIn = (
  name: string,
  figure: { readonly measure: string; readonly year: number },
): Urn | undefined => {
  const succession = successionOf(name);
  if (succession === undefined || succession.on <= `${figure.year}-05-01`) return undefined;
  const [first, second] = succession.predecessors;
  return figure.measure === "phonics-expected" ? first?.urn : (second ?? first)?.urn;
};

/** The URN that stood for the place on a date before its change; the junior school's where two became one. */
export const predecessorOn = (name: string, date: IsoDate): Urn | undefined => {
  const succession = successionOf(name);
  return succession === undefined || succession.on <= date
    ? undefined
    : succession.predecessors.at(-1)?.urn;
};
