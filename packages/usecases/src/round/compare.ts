import type { Area } from "@alongside/db/views/area";
import { sameFitWeights } from "@alongside/domain/partnership";
import type { RoundId } from "@alongside/domain/round";
import { openRun, sumOf } from "./plan.ts";
import { pictureRun, type Picture } from "./picture.ts";
import type { Context } from "../context/index.ts";

/** A run, or a plan that nobody kept, as far as it is compared. */
type Compared = Pick<Picture, "plan" | "problem" | "names" | "need">;

type Placed = { readonly leader: string; readonly leaderId: string; readonly fit: number };

/** Who leads at a need in a plan; undefined where nobody does. */
const leadIn = ({ plan, names }: Compared, need: string): Placed | undefined => {
  const lead = plan.assignments.find(({ request, role }) => request === need && role === "lead");
  return lead === undefined
    ? undefined
    : { leader: names.leader(lead.provider), leaderId: lead.provider, fit: lead.fit };
};

export const outcomes = ["gains", "loses", "better", "worse", "other", "same", "without"] as const;
/** What the second plan is for a school beside the first. */
export type Outcome = (typeof outcomes)[number];

const outcomeOf = (
  one: Placed | undefined,
  other: Placed | undefined,
  weighsAlike: boolean,
): Outcome => {
  if (one === undefined) return other === undefined ? "without" : "gains";
  if (other === undefined) return "loses";
  if (one.leaderId === other.leaderId) return "same";
  if (!weighsAlike || one.fit === other.fit) return "other";
  return one.fit < other.fit ? "better" : "worse";
};

/** Points can be compared where both count the same things for as much. */
const weighAlike = (one: Compared, other: Compared): boolean =>
  sameFitWeights(one.problem.counts, other.problem.counts);

/** Every school in either plan with who leads in each, and what the second means for it. */
export const compareLines = (one: Compared, other: Compared) => {
  const ids = [
    ...new Set([...one.problem.requests, ...other.problem.requests].map(({ id }) => id)),
  ];
  const weighsAlike = weighAlike(one, other);
  return ids
    .map((id) => {
      const has = (picture: Compared) => picture.problem.requests.some((each) => each.id === id);
      const need = has(other) ? other.need(id) : one.need(id);
      const before = leadIn(one, id);
      const after = leadIn(other, id);
      return {
        need,
        before: before ?? null,
        after: after ?? null,
        isInBoth: has(one) && has(other),
        outcome: outcomeOf(before, after, weighsAlike),
      };
    })
    .toSorted(
      (a, b) =>
        outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) ||
        a.need.band - b.need.band ||
        a.need.school.localeCompare(b.need.school, "en-GB"),
    );
};

export type ComparedLine = ReturnType<typeof compareLines>[number];

/** Two runs side by side: who gains and who loses when the second is taken instead of the first. */
export const compareRuns = async (
  ctx: Context,
  area: Area,
  given: { readonly id: RoundId; readonly one: number; readonly other: number },
) => {
  const { id } = given;
  const first = await openRun(ctx, area, { id, run: given.one });
  const second = await openRun(ctx, area, { id, run: given.other });
  const [one, other] = [
    await pictureRun(ctx.read, area, first.run),
    await pictureRun(ctx.read, area, second.run),
  ];
  return {
    round: { id, name: first.stored.row.name },
    runs: first.stored.row.round.runs.map(({ number }) => number),
    one: sumOf(one),
    other: sumOf(other),
    weighsAlike: weighAlike(one, other),
    lines: compareLines(one, other),
  };
};
