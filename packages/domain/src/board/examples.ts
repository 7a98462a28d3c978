import { instantOf } from "../calendar/instant.ts";
import { toCapacityLineId } from "../capacity/capacity-line-id.ts";
import { toDeploymentId } from "../deployment/deployment-id.ts";
import { toId, type PersonId, type ZoneId } from "../identity/index.ts";
import { toNeedId } from "../need/need-id.ts";
import type { IsoDate, Urn } from "../school/index.ts";
import type { Facts, NeedFact, SupplyFact, WorkFact } from "./fact.ts";
import { cellAt, type Figure } from "./figure.ts";
import { figuresOf, type FigureId } from "./figures.ts";
import type { BoardTerms } from "./part.ts";

/* For tests alone: facts with everything in them, to be changed where a test cares. */

export const day = (text: string): IsoDate => text as IsoDate;
export const at = (text: string) => instantOf(Date.parse(`${text}T12:00:00Z`));
export const zone = (name: string): ZoneId => toId<ZoneId>(name);
export const terms: BoardTerms = {
  zones: ["north", "south"],
  areas: ["reading", "maths"],
  terms: [
    { id: "autumn", startsOn: day("2025-09-01") },
    { id: "spring", startsOn: day("2026-01-05") },
    { id: "summer", startsOn: day("2026-04-20") },
  ],
  today: day("2026-05-01"),
};

export const need = (id: string, given: Partial<NeedFact> = {}): NeedFact => ({
  id: toNeedId(id),
  urn: 900_001 as Urn,
  zone: zone("north"),
  group: "primary",
  stage: "open",
  band: 1,
  area: "reading",
  halfDays: 6,
  outcome: null,
  submittedAt: at("2026-01-10"),
  matchedAt: null,
  offersLost: 0,
  ...given,
});

export const line = (id: string, given: Partial<SupplyFact> = {}): SupplyFact => ({
  id: toCapacityLineId(id),
  leader: toId<PersonId>(`leader of ${id}`),
  term: "spring",
  state: "firm",
  goodUntil: day("2026-06-01"),
  zones: [zone("north")],
  groups: ["primary"],
  areas: ["reading"],
  published: 8,
  held: 0,
  committed: 0,
  booked: 0,
  delivered: 0,
  ...given,
});

export const work = (id: string, given: Partial<WorkFact> = {}): WorkFact => ({
  id: toDeploymentId(id),
  urn: 900_001 as Urn,
  zone: zone("north"),
  group: "primary",
  leader: toId<PersonId>("leader"),
  state: "active",
  openedAt: at("2026-01-20"),
  agreed: 10,
  delivered: 4,
  pence: 70_000,
  objectives: ["met", "unmet"],
  followUp: null,
  ...given,
});

export const figure = (facts: Partial<Facts>, id: FigureId): Figure => {
  const made = figuresOf({ needs: [], supply: [], work: [], conflicts: [], ...facts }, terms);
  const found = made.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no figure ${id}`);
  return found;
};

export const value = (shown: Figure, row: string, column: string) =>
  cellAt(shown, row, column).value;
