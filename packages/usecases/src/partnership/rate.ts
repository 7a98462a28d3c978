import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordRate, recordRateChange } from "@alongside/db/stores/code-list";
import { listRates as readRates, type RateRow } from "@alongside/db/views/partnership";
import { mayAdministerArea, maySeeArea } from "@alongside/domain/identity";
import { highestPencePerDay, sameName, tidyName, toCode } from "@alongside/domain/partnership";
import { authorise, found, record, refuse, todayOf, type Context } from "../context/index.ts";
import { requireVersion } from "./changed-since.ts";

export type RateTerms = {
  readonly label: string;
  /** Whole pence for a whole day. */
  readonly pencePerDay: number;
  /** Whole per cent of it that pays for brokering. */
  readonly brokerageShare: number;
};

export type RateSeen = { readonly code: string; readonly version: number };

/** The rate card, retired rates last: everyone in the area may read what a day costs. */
export const listRates = (ctx: Context, area: Area): Promise<readonly RateRow[]> => {
  authorise(maySeeArea(ctx.actor, area.id));
  return readRates(ctx.read, area.id);
};

const isWhole = (value: number, most: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= most;

const requireSound = ({ pencePerDay, brokerageShare }: RateTerms): void => {
  const fields = {
    ...(isWhole(pencePerDay, highestPencePerDay)
      ? {}
      : { pencePerDay: "Enter an amount from £0 to £5,000" }),
    ...(isWhole(brokerageShare, 100)
      ? {}
      : { brokerageShare: "Enter a whole number from 0 to 100" }),
  };
  if (Object.keys(fields).length > 0) refuse({ kind: "invalid-input", fields });
};

const requireFreeLabel = (rates: readonly RateRow[], label: string, exceptCode?: string): void => {
  if (rates.some((rate) => rate.code !== exceptCode && sameName(rate.label, label))) {
    refuse({ kind: "already-exists", field: "label" });
  }
};

type RateEvent = {
  readonly area: Area;
  readonly code: string;
  readonly version: number;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

const recordEvent = (ctx: Context, tx: Write, given: RateEvent) =>
  record(ctx, tx, {
    areaId: given.area.id,
    entity: "rate",
    entityId: `${given.area.id}/${given.code}`,
    entityVersion: given.version,
    kind: given.kind,
    payload: { code: given.code, ...given.payload },
  });

/** Adds a day rate. Refuses amounts out of range by field, and a label that the card has (`already-exists`). */
export const addRate = (
  ctx: Context,
  area: Area,
  input: RateTerms,
): Promise<{ readonly code: string }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  requireSound(input);
  return ctx.write(async (tx) => {
    const rates = await readRates(tx, area.id);
    const { pencePerDay, brokerageShare } = input;
    const terms = { label: tidyName(input.label), pencePerDay, brokerageShare };
    requireFreeLabel(rates, terms.label);
    const code = toCode(terms.label);
    if (code === "" || rates.some((rate) => rate.code === code)) {
      refuse({ kind: "already-exists", field: "label" });
    }
    await recordRate(tx, { areaId: area.id, code, ...terms });
    await recordEvent(ctx, tx, { area, code, version: 1, kind: "rate-added", payload: terms });
    return { code };
  });
};

const openRate = async (tx: Write, area: Area, seen: RateSeen) => {
  const rates = await readRates(tx, area.id);
  const rate = found(rates.find(({ code }) => code === seen.code));
  const state = { entity: "rate", entityId: `${area.id}/${rate.code}`, version: rate.version };
  await requireVersion(tx, state, seen.version);
  return { rate, rates };
};

/** Changes a rate for agreements to come; those that are signed keep what they say. Answers whether that changed anything. */
export const changeRate = (
  ctx: Context,
  area: Area,
  input: RateSeen & RateTerms,
): Promise<{ readonly changed: boolean }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  requireSound(input);
  return ctx.write(async (tx) => {
    const { rate, rates } = await openRate(tx, area, input);
    const { pencePerDay, brokerageShare } = input;
    const terms = { label: tidyName(input.label), pencePerDay, brokerageShare };
    requireFreeLabel(rates, terms.label, rate.code);
    const isSame =
      terms.label === rate.label &&
      pencePerDay === rate.pencePerDay &&
      brokerageShare === rate.brokerageShare;
    if (isSame) return { changed: false };
    await recordRateChange(tx, rate, terms);
    const { label, pencePerDay: pence, brokerageShare: share } = rate;
    const payload = { ...terms, before: { label, pencePerDay: pence, brokerageShare: share } };
    const event = { code: rate.code, version: rate.version + 1, kind: "rate-changed", payload };
    await recordEvent(ctx, tx, { area, ...event });
    return { changed: true };
  });
};

/** Takes a rate off the card, or puts it back. */
export const retireRate = (
  ctx: Context,
  area: Area,
  input: RateSeen & { readonly isRetired: boolean },
): Promise<void> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const { rate } = await openRate(tx, area, input);
    await recordRateChange(tx, rate, { retiredOn: input.isRetired ? todayOf(ctx) : null });
    const kind = input.isRetired ? "rate-retired" : "rate-restored";
    const event = { code: rate.code, version: rate.version + 1, kind, payload: {} };
    await recordEvent(ctx, tx, { area, ...event });
  });
};
