import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { findSchoolOfNeed } from "@alongside/db/views/need";
import { lastReminders, listAwaitedOffers } from "@alongside/db/views/queue";
import { startOfLondonDay } from "@alongside/domain/calendar";
import { mayTriageNeed } from "@alongside/domain/identity";
import { nextActOf, toReference, type NeedId } from "@alongside/domain/need";
import { awaitedOf, type OfferId } from "@alongside/domain/offer";
import { found, record, todayOf, type Context } from "../context/index.ts";
import { sendMailsAbout } from "../need/mail.ts";
import { openNeed, type PlacedNeed } from "../need/place.ts";
import { remindOfOffer } from "../offer/index.ts";

/** Who is reminded of a need: the side whose answer is awaited. */
export type Reminded = "school" | "leader" | "home-school" | "supported-school";

type Plan =
  | { readonly whom: Reminded; readonly offer: OfferId | null; readonly leftOut: null }
  /** Why nobody is mailed: the coordinator's own side acts next, or somebody was reminded today. */
  | { readonly whom: null; readonly leftOut: "own-side" | "reminded-today" };

type Known = {
  readonly offers: Awaited<ReturnType<typeof listAwaitedOffers>>;
  readonly reminders: ReadonlyMap<string, string>;
};

const readKnown = async (read: Read, ids: readonly NeedId[]): Promise<Known> => {
  const offers = await listAwaitedOffers(read, ids);
  const reminders = await lastReminders(read, [...ids, ...offers.map(({ id }) => id)]);
  return { offers, reminders };
};

/** Nobody is reminded of the same thing twice in a day (Product rules, §4: bulk reminders). */
const planFor = (ctx: Context, { row }: PlacedNeed, { offers, reminders }: Known): Plan => {
  const offer = offers.find(({ needId }) => needId === row.id);
  const today = startOfLondonDay(todayOf(ctx));
  const latest = [row.id, offer?.id ?? ""]
    .map((id) => reminders.get(id) ?? "")
    .toSorted()
    .at(-1);
  const side = row.state === "offered" && offer !== undefined ? awaitedOf(offer.offer) : null;
  const whom = side ?? (nextActOf(row.need).who === "school" ? "school" : null);
  if (whom === null) return { whom, leftOut: "own-side" };
  if ((latest ?? "") >= today) return { whom: null, leftOut: "reminded-today" };
  return { whom, offer: side === null ? null : (offer?.id ?? null), leftOut: null };
};

const openTriaged = async (ctx: Context, read: Read, given: { area: Area; id: NeedId }) => {
  const opened = await openNeed(ctx, read, given);
  return found(mayTriageNeed(ctx.actor, opened.place) ? opened : undefined);
};

/** What a reminder of each of these needs would do, to be checked before anything is sent. Refuses `not-found` for a need that is not the actor's to triage. */
export const checkReminders = async (
  ctx: Context,
  area: Area,
  input: { readonly ids: readonly NeedId[] },
) => {
  const ids = [...new Set(input.ids)];
  const known = await readKnown(ctx.read, ids);
  return Promise.all(
    ids.map(async (id) => {
      const opened = await openTriaged(ctx, ctx.read, { area, id });
      const { row } = opened;
      const { name: school } = found(await findSchoolOfNeed(ctx.read, row.urn));
      const { whom, leftOut } = planFor(ctx, opened, known);
      return {
        id,
        reference: row.number === null ? "" : toReference(row.number),
        school,
        state: row.state,
        whom,
        leftOut,
      };
    }),
  );
};

/** Reminds of one need in a transaction of its own; answers the offer that has a letter still to be sent. */
const remindOne = (ctx: Context, area: Area, id: NeedId) =>
  ctx.write(async (tx): Promise<Plan> => {
    const opened = await openTriaged(ctx, tx, { area, id });
    const plan = planFor(ctx, opened, await readKnown(tx, [id]));
    if (plan.whom === null) return plan;
    const { version: entityVersion } = opened.row;
    const about = { areaId: area.id, entity: "need", entityId: id, entityVersion };
    await record(ctx, tx, { ...about, kind: "need-reminded", payload: { whom: plan.whom } });
    if (plan.offer === null) {
      const letters = [["school", "need-reminder"]] as const;
      await sendMailsAbout(ctx, tx, { about: { area, ...opened }, letters });
    }
    return plan;
  });

/**
 * Reminds whoever is awaited in each of these needs, once a day at most: two who press at once send one letter. Answers how many were
 * reminded and how many left out. Refuses `not-found`, and sends nothing, where one of them is not the actor's to triage.
 */
export const remindAll = async (
  ctx: Context,
  area: Area,
  input: { readonly ids: readonly NeedId[] },
): Promise<{ readonly reminded: number; readonly leftOut: number }> => {
  const ids = [...new Set(input.ids)];
  for (const id of ids) await openTriaged(ctx, ctx.read, { area, id });
  let reminded = 0;
  for (const id of ids) {
    const plan = await remindOne(ctx, area, id);
    if (plan.whom !== null) reminded += 1;
    if (plan.whom !== null && plan.offer !== null) {
      await remindOfOffer(ctx, area, { id: plan.offer });
    }
  }
  return { reminded, leftOut: ids.length - reminded };
};
