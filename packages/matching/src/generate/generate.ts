import type { Chance } from "./chance.ts";
import { chanceFrom } from "./chance.ts";
import { country, oneArea, type Place, type Zone } from "./geography.ts";

export type SizeName = "zone" | "area" | "esussex" | "essex" | "region" | "country";

type Size = { readonly requests: number; readonly providers: number; readonly zones: number };

const sizes: Record<SizeName, Size> = {
  zone: { requests: 12, providers: 6, zones: 1 },
  area: { requests: 50, providers: 25, zones: 4 },
  esussex: { requests: 95, providers: 46, zones: 8 },
  essex: { requests: 275, providers: 135, zones: 12 },
  region: { requests: 1000, providers: 600, zones: 40 },
  country: { requests: 10_000, providers: 6000, zones: 0 },
};

export const sizeNames: readonly SizeName[] = [
  "zone",
  "area",
  "esussex",
  "essex",
  "region",
  "country",
];

const expertise: readonly (readonly [string, number])[] = [
  ["leadership", 20],
  ["send", 11],
  ["teaching", 11],
  ["phonics", 9],
  ["curriculum", 9],
  ["maths", 9],
  ["english", 7],
  ["behaviour", 7],
  ["science", 5],
  ["attendance", 5],
  ["safeguarding", 4],
  ["assessment", 4],
  ["eyfs", 4],
  ["governance", 4],
  ["finance", 2],
  ["sixthform", 1],
];

const phases: readonly (readonly [string, number])[] = [
  ["primary", 76],
  ["secondary", 18],
  ["special", 6],
];

const daysOfBand = [
  [18, 30],
  [10, 20],
  [6, 12],
  [3, 6],
] as const;

type KindShape = {
  readonly days: readonly [number, number];
  readonly schools: readonly [number, number];
  readonly km: readonly [number, number];
  readonly areas: readonly [number, number];
  readonly laOnly: number;
};

const kinds: Record<"LLE" | "NLE" | "TS", KindShape> = {
  LLE: { days: [6, 18], schools: [1, 2], km: [15, 30], areas: [3, 6], laOnly: 0.7 },
  NLE: { days: [14, 34], schools: [2, 3], km: [35, 65], areas: [5, 8], laOnly: 0 },
  TS: { days: [34, 80], schools: [4, 8], km: [30, 55], areas: [8, 12], laOnly: 0 },
};

const kindShares: readonly (readonly ["LLE" | "NLE" | "TS", number])[] = [
  ["LLE", 57],
  ["NLE", 28],
  ["TS", 15],
];

type World = {
  readonly chance: Chance;
  readonly size: Size;
  readonly zoneOf: () => Zone;
  readonly trusts: number;
  readonly urns: () => number;
};

const id = (prefix: string, number: number, digits: number): string =>
  `${prefix}${String(number).padStart(digits, "0")}`;

const around = (chance: Chance, zone: Zone): Place => ({
  x: Math.round((zone.x + chance.bell(zone.spread)) * 100) / 100,
  y: Math.round((zone.y + chance.bell(zone.spread)) * 100) / 100,
});

const site = ({ chance, zoneOf, trusts, urns }: World) => {
  const zone = zoneOf();
  const trust = chance.happens(0.45) ? { trust: `${zone.la}-T${chance.whole(0, trusts - 1)}` } : {};
  return { urn: urns(), la: zone.la, zone: zone.id, ...trust, ...around(chance, zone) };
};

const bands = [
  [1, 12],
  [2, 20],
  [3, 34],
  [4, 34],
] as const;

const windows: readonly (readonly [string, number])[] = [
  ["any", 62],
  ["late", 23],
  ["early", 15],
];

const makeRequest = (world: World, number: number) => {
  const { chance } = world;
  const band = chance.weighted(bands);
  const [from, to] = daysOfBand[band - 1] ?? [3, 6];
  const primary = chance.weighted(expertise);
  const second = chance.happens(0.5) ? chance.weighted(expertise) : primary;
  return {
    id: id("R", number, 5),
    ...site(world),
    phase: chance.weighted(phases),
    band,
    days: chance.whole(from, to),
    window: chance.weighted(windows),
    primary,
    ...(second === primary ? {} : { secondary: second }),
    ...(second !== primary && chance.happens(0.6) ? { specialistDays: chance.whole(2, 5) } : {}),
  };
};

const phasesOf = (chance: Chance): readonly string[] => {
  const main = chance.weighted(phases);
  if (main === "special") return ["special", "primary"];
  return chance.happens(0.12) ? ["primary", "secondary"] : [main];
};

const expertiseOf = (chance: Chance, count: number): Record<string, number> => {
  const held = new Map<string, number>();
  while (held.size < count) held.set(chance.weighted(expertise), chance.whole(1, 3));
  return Object.fromEntries(held);
};

const makeProvider = (world: World, number: number) => {
  const { chance } = world;
  const kind = chance.weighted(kindShares);
  const shape = kinds[kind];
  const place = site(world);
  return {
    id: id("P", number, 4),
    kind,
    ...place,
    phases: phasesOf(chance),
    expertise: expertiseOf(chance, chance.whole(...shape.areas)),
    impact: Math.min(100, Math.max(20, Math.round(60 + chance.bell(20)))),
    days: chance.whole(...shape.days),
    maxSchools: chance.whole(...shape.schools),
    maxKm: chance.whole(...shape.km),
    ...(chance.happens(shape.laOnly) ? { laOnly: true } : {}),
    fitToSupport: chance.happens(0.95),
    ...(chance.happens(0.3) ? { prefersZones: [place.zone] } : {}),
  };
};

type RawProvider = ReturnType<typeof makeProvider>;
type RawRequest = ReturnType<typeof makeRequest>;

/** Scales supply so that days asked for are `tight` times the days on offer. */
const scaled = (providers: readonly RawProvider[], factor: number, chance: Chance) =>
  providers.map((provider) => {
    const days = Math.max(2, Math.round(provider.days * factor));
    return {
      ...provider,
      days,
      daysEarly: Math.ceil(days * (0.45 + 0.17 * chance.share())),
      daysLate: Math.ceil(days * (0.45 + 0.17 * chance.share())),
    };
  });

const nearestOf = (
  request: RawRequest,
  providers: readonly RawProvider[],
): readonly RawProvider[] => {
  const near = providers.filter(
    (provider) => Math.abs(provider.x - request.x) + Math.abs(provider.y - request.y) < 60,
  );
  return near.length > 0 ? near : providers;
};

const withWishes = (request: RawRequest, providers: readonly RawProvider[], chance: Chance) => {
  const near = nearestOf(request, providers);
  const some = (count: number) => [
    ...new Set(Array.from({ length: count }, () => chance.pick(near).id)),
  ];
  return {
    ...request,
    ...(chance.happens(0.32) ? { prefer: some(chance.whole(1, 3)) } : {}),
    ...(chance.happens(0.14) ? { exclude: some(1) } : {}),
    ...(chance.happens(0.17) ? { current: chance.pick(near).id } : {}),
  };
};

const zonePicker = (chance: Chance, size: Size): (() => Zone) => {
  if (size.zones === 0) {
    const weighted = country(chance);
    return () => chance.weighted(weighted);
  }
  const zones = oneArea(chance, size.zones).map(
    (zone) => [zone, 0.3 + chance.share() ** 2 * 2] as const,
  );
  return () => chance.weighted(zones);
};

export type Recipe = { readonly size: SizeName; readonly seed: string; readonly tight?: number };

/**
 * An invented round in the exchange format: schools in zones around towns, many part-time leaders, fewer national ones, a few
 * teaching schools that travel. `tight` is days asked for over days on offer. The same recipe gives the same round.
 */
export const generate = ({ size: sizeName, seed, tight = 1 }: Recipe) => {
  const chance = chanceFrom(`${sizeName}/${seed}/${tight}`);
  const size = sizes[sizeName];
  let urn = 100_000;
  const zoneOf = zonePicker(chance, size);
  const trusts = Math.max(2, Math.min(12, Math.round(size.requests / 6)));
  const world: World = { chance, size, zoneOf, trusts, urns: () => urn++ };
  const asked = Array.from({ length: size.requests }, (_, at) => makeRequest(world, at));
  const offered = Array.from({ length: size.providers }, (_, at) => makeProvider(world, at));
  const demand = asked.reduce((sum, request) => sum + request.days, 0);
  const supply = offered.reduce((sum, provider) => sum + provider.days, 0);
  const requests = asked.map((request) => withWishes(request, offered, chance));
  const providers = scaled(offered, demand / tight / supply, chance).map((provider) =>
    chance.happens(0.08) ? { ...provider, declines: [chance.pick(requests).id] } : provider,
  );
  const pair = () => ({ request: chance.pick(requests).id, provider: chance.pick(providers).id });
  return {
    format: "brokering-round/1",
    name: sizeName,
    seed,
    requests,
    providers,
    pins: chance.happens(0.3) ? [pair()] : [],
    forbid: Array.from({ length: chance.whole(0, 2) }, pair),
  };
};
