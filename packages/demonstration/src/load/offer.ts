import { recordNewOffer } from "@alongside/db/stores/offer";
import type { Write } from "@alongside/db";
import type { Instant } from "@alongside/domain/calendar";
import { decideOffer, evolveOffer, type Offer } from "@alongside/domain/offer";
import { record, type Context } from "@alongside/usecases/context";
import { toLoggedOffer } from "@alongside/usecases/offer";
import type { DemonstrationArea } from "../area.ts";
import type { DemonstrationOffer } from "../history/index.ts";

type Doer = DemonstrationOffer["begunBy"];
type Loading = { readonly area: DemonstrationArea; readonly told: DemonstrationOffer };

/** The same request at another moment by another person, for another school; the clock's own acts stay the command line's. */
const actedBy = (ctx: Context, { by, onBehalfOf }: Doer, at: Instant): Context => ({
  ...ctx,
  now: () => Date.parse(at),
  actor: by === null ? ctx.actor : { kind: "person", personId: by, name: "", grants: [] },
  onBehalfOf: onBehalfOf === null ? undefined : `school ${onBehalfOf}`,
});

/** An offer begins its record with what happened first: it is proposed and sent at once outside the demonstration. */
const loadEvents = async (ctx: Context, tx: Write, { area, told }: Loading): Promise<void> => {
  const about = { areaId: area.id, entity: "offer", entityId: told.beginning.id };
  const begun = { ...about, entityVersion: 1, kind: "offer-proposed" };
  await record(actedBy(ctx, told.begunBy, told.begunAt), tx, begun);
  let offer: Offer = told.beginning;
  for (const [index, step] of told.steps.entries()) {
    const decision = decideOffer(offer, step.command);
    if (!decision.ok) throw new Error(`${told.beginning.id} cannot ${step.command.type}`);
    offer = evolveOffer(offer, decision.value);
    const event = { ...about, entityVersion: index + 2, ...toLoggedOffer(decision.value) };
    await record(actedBy(ctx, step, step.command.at), tx, event);
  }
};

const schoolOf = ({ history }: DemonstrationArea, { need }: Offer) => {
  const told = history.needs.find(({ beginning }) => beginning.id === need);
  if (told === undefined) throw new Error(`${need} is not told`);
  return told.beginning.ask.school;
};

const homeOf = ({ leaders }: DemonstrationArea, { leader }: Offer) => {
  const home = leaders.find(({ personId }) => personId === leader);
  if (home === undefined) throw new Error(`${leader} leads nowhere`);
  return home.homeUrn;
};

/** Writes the invented offers with what happened to each. Their days are in the books already. */
export const loadOffers = (ctx: Context, area: DemonstrationArea): Promise<void> =>
  ctx.write(async (tx) => {
    for (const told of area.history.offers) {
      const { record: offer, steps, begunAt, begunBy } = told;
      await recordNewOffer(tx, {
        offer,
        areaId: area.id,
        homeUrn: homeOf(area, offer),
        urn: schoolOf(area, offer),
        note: "",
        overrideReason: "",
        madeBy: begunBy.by ?? "command-line",
        createdAt: begunAt,
        changedAt: steps.at(-1)?.command.at ?? begunAt,
        version: steps.length + 1,
      });
      await loadEvents(ctx, tx, { area, told });
    }
  });
