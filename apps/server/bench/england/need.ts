import { addDays } from "@alongside/domain/calendar";
import { areasOfExpertise } from "./asked.ts";
import { areaIdOf, urnOf } from "./place.ts";
import type { Filled, Row } from "./table.ts";
import { below, list, oneOf, type World } from "./world.ts";

const states = ["submitted", "open", "open", "open", "agreed", "closed"] as const;
type State = (typeof states)[number];

const askOf = (world: World, school: number, primaryArea: string) => ({
  school,
  framework: "report-card",
  focus: ["achievement"],
  why: "Results fell two years running, and two teachers who led the subject have left. ".repeat(4),
  wantedOutcome: "Nine in ten meet the standard. ".repeat(3),
  wantedBy: addDays(world.today, 200),
  primaryArea,
  otherAreas: ["assessment"].filter((code) => code !== primaryArea),
  halfDays: 4 + below(world, 8),
  modes: ["coaching"],
  earliest: world.today,
  fundingSource: "zone-budget",
  urgent: false,
  sameTrustWelcome: false,
  preferred: [],
  avoided: [],
  sensitiveNote: "",
});

/** The need as its state holds it, out of what it was while it was open. */
const wholeOf = (state: State, shown: { readonly id: string }, now: string) => {
  if (state === "submitted" || state === "open") return { ...shown, state };
  if (state === "agreed") return { ...shown, state, deployment: "d", agreedAt: now };
  const reopensAs = { ...shown, state: "open" };
  return { state, id: shown.id, outcome: "unmet", note: "x", closedAt: now, reopensAs };
};

const needOf = (world: World, area: number, index: number): Row => {
  const { today, now, size } = world;
  const id = `${areaIdOf(area)}-need-${index}`;
  const state = oneOf(world, states, "open");
  const primaryArea = oneOf(world, areasOfExpertise, "maths");
  const band = 1 + below(world, 4);
  const submittedAt = `${addDays(today, -below(world, 300))}T09:00:00.000Z`;
  const ask = askOf(world, urnOf(area, index % size.schools), primaryArea);
  const shown = { state: "open", id, ask, submittedAt, question: null, band, bandReason: "x" };
  const isNew = state === "submitted";
  const due = isNew ? `${addDays(today, below(world, 9) - 3)}T22:59:59.999Z` : null;
  return [
    id,
    areaIdOf(area),
    ask.school,
    index + 1,
    JSON.stringify(wholeOf(state, shown, now)),
    state,
    0,
    isNew ? null : band,
    primaryArea,
    submittedAt,
    due,
    "officer",
    "officer",
    0,
    submittedAt,
    submittedAt,
  ];
};

/** Needs of every state but a draft. */
export const needs = (world: World, area: number): Filled => [
  "needs",
  list(world.size.needs, (index) => needOf(world, area, index)),
];
