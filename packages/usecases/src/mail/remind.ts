import type { Write } from "@alongside/db";
import { recordReminder, recordMails } from "@alongside/db/stores/mail";
import { findArea, type Area } from "@alongside/db/views/area";
import { findNeed } from "@alongside/db/views/need";
import { findOffer } from "@alongside/db/views/offer";
import { listZoneIdsOfSchool } from "@alongside/db/views/identity-place";
import {
  listAgreementsToRemind,
  listLinesToRemind,
  listNeedsToRemind,
  listOffersToRemind,
  listTermsToRemind,
} from "@alongside/db/views/reminder";
import {
  addDays,
  daysBetween,
  endOfLondonDay,
  instantOf as toInstant,
  londonDateOf,
  type Instant,
} from "@alongside/domain/calendar";
import { isOperator, type AreaId } from "@alongside/domain/identity";
import { nextActOf } from "@alongside/domain/need";
import { awaitedOf, awaitsCoordinator } from "@alongside/domain/offer";
import { issueAnswerLink } from "../answer-link/issue.ts";
import { authorise, found, instantOf, todayOf, type Context } from "../context/index.ts";
import { remindOfAgreement } from "../deployment/mail.ts";
import { deploymentOf } from "../deployment/place.ts";
import { sendMailsAbout } from "../need/mail.ts";
import { sendOfferLetter } from "../offer/mail.ts";
import { remindOfPanels } from "../round/index.ts";
import { remindOfSurveys } from "../survey/remind.ts";

const day = 24 * 60 * 60_000;

/** How long before the last day a reminder goes out. */
const ahead = {
  offer: 2 * day,
  urgentOffer: day,
  need: day,
  agreement: 2 * day,
  days: 14,
  term: 28,
} as const;
/** How often they hear of it who have not answered for a term, or not signed in time. */
const everyDays = 7;

type Due = { readonly key: string; readonly areaId: AreaId };

/** Does one reminder in a write of its own, unless it went out meanwhile; answers whether it was done. */
const once = (
  ctx: Context,
  { key, areaId }: Due,
  work: (tx: Write, area: Area) => Promise<boolean>,
): Promise<boolean> =>
  ctx.write(async (tx) => {
    const isFirst = await recordReminder(tx, key, instantOf(ctx));
    return isFirst && work(tx, found(await findArea(tx, areaId)));
  });

const remindOfOffers = async (ctx: Context): Promise<number> => {
  const from = toInstant(ctx.now());
  const until = toInstant(ctx.now() + ahead.offer);
  let done = 0;
  for (const { id, areaId, dueAt, offer } of await listOffersToRemind(ctx.read, { from, until })) {
    const isNear = Date.parse(dueAt ?? "") - ctx.now() <= ahead.urgentOffer;
    if (offer.urgent && !isNear) continue;
    const isDone = await once(ctx, { key: `offer ${id} ${dueAt}`, areaId }, async (tx, area) => {
      const { row } = found(await findOffer(tx, areaId, id));
      const awaited = awaitedOf(row.offer);
      if (awaited === null) return false;
      const isTalk = awaitsCoordinator(row.offer);
      const side = isTalk ? "coordinator" : awaited;
      const template = isTalk ? "offer-talk-due" : "offer-due";
      await sendOfferLetter(ctx, tx, { area, row, after: row.offer, side, template });
      return true;
    });
    done += isDone ? 1 : 0;
  }
  return done;
};

const remindOfNeeds = async (ctx: Context): Promise<number> => {
  let done = 0;
  for (const { id, areaId, dueAt } of await listNeedsToRemind(
    ctx.read,
    toInstant(ctx.now() + ahead.need),
  )) {
    const isDone = await once(ctx, { key: `need ${id} ${dueAt}`, areaId }, async (tx, area) => {
      const row = found(await findNeed(tx, areaId, id));
      if (nextActOf(row.need).what !== "triage") return false;
      const zoneIds = await listZoneIdsOfSchool(tx, areaId, row.urn);
      const about = { area, place: { areaId, urn: row.urn, zoneIds }, row };
      await sendMailsAbout(ctx, tx, { about, letters: [["coordinator", "triage-due"]] });
      return true;
    });
    done += isDone ? 1 : 0;
  }
  return done;
};

/** 0 until the day is past; then one more at once and for each week. */
const turnOf = (ctx: Context, dueAt: Instant): number => {
  const late = daysBetween(londonDateOf(dueAt), todayOf(ctx));
  return late < 1 ? 0 : 1 + Math.floor((late - 1) / everyDays);
};

/** Nothing but a signature ends this clock, so that it goes on being told of after its day. */
const remindOfAgreements = async (ctx: Context): Promise<number> => {
  let done = 0;
  const until = toInstant(ctx.now() + ahead.agreement);
  for (const { id, areaId, dueAt } of await listAgreementsToRemind(ctx.read, until)) {
    if (dueAt === null) continue;
    const key = `agreement ${id} ${dueAt} ${turnOf(ctx, dueAt)}`;
    const isDone = await once(ctx, { key, areaId }, async (tx, area) => {
      const { row } = await deploymentOf(tx, area, id);
      return row.dueAt === dueAt && remindOfAgreement(ctx, tx, { area, row });
    });
    done += isDone ? 1 : 0;
  }
  return done;
};

type ToLeader = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
};

const mailLeader = (
  ctx: Context,
  tx: Write,
  given: {
    readonly area: Area;
    readonly to: ToLeader;
    readonly template: string;
    readonly content: Readonly<Record<string, string>>;
  },
): Promise<void> => {
  const { area, to, template, content } = given;
  const path = `/areas/${area.slug}/leaders/${to.personId}`;
  return recordMails(tx, [
    {
      id: ctx.newId(),
      areaId: area.id,
      recipient: to.email,
      template,
      content: { area: area.name, name: to.name, path, ...content },
      createdAt: instantOf(ctx),
    },
  ]);
};

const remindOfDays = async (ctx: Context): Promise<number> => {
  const today = todayOf(ctx);
  const until = addDays(today, ahead.days);
  let done = 0;
  for (const line of await listLinesToRemind(ctx.read, { today, until })) {
    const { id, areaId, goodUntil, personId } = line;
    const isDone = await once(ctx, { key: `days ${id} ${goodUntil}`, areaId }, async (tx, area) => {
      // A promise that has lapsed can be renewed with the same click, for two weeks more.
      const expiresAt = Date.parse(endOfLondonDay(addDays(goodUntil ?? today, 14)));
      const link = await issueAnswerLink(ctx, tx, {
        areaId,
        personId,
        purpose: "reconfirm",
        aboutId: id,
        expiresAt,
      });
      const content = { ...link, due: endOfLondonDay(goodUntil ?? today) };
      await mailLeader(ctx, tx, { area, to: line, template: "capacity-due", content });
      return true;
    });
    done += isDone ? 1 : 0;
  }
  return done;
};

const remindOfTerms = async (ctx: Context): Promise<number> => {
  const today = todayOf(ctx);
  const span = { from: today, until: addDays(today, ahead.term) };
  let done = 0;
  for (const to of await listTermsToRemind(ctx.read, span)) {
    const { areaId, personId, termId, startsOn } = to;
    const turn = Math.floor(daysBetween(today, startsOn) / everyDays);
    const key = `term ${areaId} ${personId} ${termId} ${turn}`;
    const isDone = await once(ctx, { key, areaId }, async (tx, area) => {
      await mailLeader(ctx, tx, {
        area,
        to,
        template: "term-due",
        content: {
          due: endOfLondonDay(startsOn),
          path: `/areas/${area.slug}/leaders/${personId}/capacity/${termId}`,
        },
      });
      return true;
    });
    done += isDone ? 1 : 0;
  }
  return done;
};

/**
 * The round of the clock: reminds of answers that are due soon, of needs that nobody has looked at, of agreements that are not written or not
 * signed, of promises that run out, of terms that nobody has answered for, of the survey that runs, and of plans that wait for a panel. Each goes out once for its day, and none once the answer is
 * there. Answers how many.
 */
export const sendReminders = async (ctx: Context): Promise<{ readonly reminded: number }> => {
  authorise(isOperator(ctx.actor));
  const counts = [
    await remindOfOffers(ctx),
    await remindOfNeeds(ctx),
    await remindOfAgreements(ctx),
    await remindOfDays(ctx),
    await remindOfTerms(ctx),
    await remindOfSurveys(ctx),
    await remindOfPanels(ctx),
  ];
  return { reminded: counts.reduce((sum, count) => sum + count, 0) };
};
