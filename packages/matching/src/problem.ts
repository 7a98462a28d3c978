export type Window = "any" | "early" | "late";
export type Band = 1 | 2 | 3 | 4;
export type Level = 1 | 2 | 3;

/** A school that asks for support. Days are whole numbers in one unit throughout a problem; x and y are kilometres. */
export type Request = {
  readonly id: string;
  readonly urn: string;
  readonly la: string;
  readonly zone: string;
  readonly trust?: string;
  readonly phase: string;
  readonly x: number;
  readonly y: number;
  readonly band: Band;
  readonly days: number;
  readonly window: Window;
  readonly primary: string;
  readonly secondary?: string;
  readonly specialistDays?: number;
  readonly prefer: readonly string[];
  readonly exclude: readonly string[];
  readonly current?: string;
};

/** Someone who gives support, with what they can take on in this round. */
export type Provider = {
  readonly id: string;
  readonly kind: string;
  readonly urn: string;
  readonly la: string;
  readonly zone: string;
  readonly trust?: string;
  readonly phases: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly expertise: ReadonlyMap<string, Level>;
  readonly impact: number;
  readonly days: number;
  readonly daysEarly: number;
  readonly daysLate: number;
  readonly maxSchools: number;
  readonly maxKm: number;
  readonly laOnly: boolean;
  readonly fitToSupport: boolean;
  readonly declines: readonly string[];
  readonly prefersZones: readonly string[];
};

export type Pair = { readonly request: string; readonly provider: string };

export type Weights = {
  readonly level: number;
  readonly secondary: number;
  readonly impact: number;
  readonly sameZone: number;
  readonly sameLa: number;
  readonly distance: number;
  readonly prefer: number;
  readonly continuity: number;
  readonly providerPref: number;
  readonly specialist: number;
};

export const standardWeights: Weights = {
  level: 300,
  secondary: 120,
  impact: 200,
  sameZone: 80,
  sameLa: 40,
  distance: 130,
  prefer: 100,
  continuity: 50,
  providerPref: 20,
  specialist: 250,
};

export type Policy = { readonly sameTrustAllowed: boolean; readonly weights: Weights };

export const standardPolicy: Policy = { sameTrustAllowed: false, weights: standardWeights };

/** One brokering round, read and checked. Requests and providers stand in the order of their ids. */
export type Problem = {
  readonly name: string;
  readonly requests: readonly Request[];
  readonly providers: readonly Provider[];
  readonly pins: readonly Pair[];
  readonly forbid: readonly Pair[];
  readonly policy: Policy;
};

export type Role = "lead" | "specialist";

/** One provider at one school in one role. */
export type Placement = {
  readonly request: string;
  readonly provider: string;
  readonly role: Role;
};

export type Assignment = Placement & { readonly fit: number };

/** Leads served in bands 1 to 4. */
export type ServedByBand = readonly [number, number, number, number];

export type Bounds = { readonly servedByBand: ServedByBand; readonly fit: number };

export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
