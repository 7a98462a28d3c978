declare const brand: unique symbol;

/** Unique reference number of an establishment, six digits, as GIAS issues it. */
export type Urn = number & { readonly [brand]: "Urn" };

/** Three-digit code of a local authority, kept as text because zeros lead in other code lists. */
export type LaCode = string & { readonly [brand]: "LaCode" };

/** A calendar date, `yyyy-mm-dd`, without time or zone. */
export type IsoDate = string & { readonly [brand]: "IsoDate" };

export const isUrn = (value: number): value is Urn =>
  Number.isInteger(value) && value >= 100000 && value <= 999999;

export const isLaCode = (value: string): value is LaCode => /^\d{3}$/.test(value);

export const isIsoDate = (value: string): value is IsoDate =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) &&
  new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) === value;

/** GIAS phases of education. `not-applicable` holds special schools, PRUs and AP: see `Setting`. */
export const phases = [
  "nursery",
  "primary",
  "middle-deemed-primary",
  "secondary",
  "middle-deemed-secondary",
  "16-plus",
  "all-through",
  "not-applicable",
] as const;
export type Phase = (typeof phases)[number];

/** What kind of place it is when the phase alone does not say: derived from type and ages. */
export const settings = ["mainstream", "special", "pru", "alternative-provision", "other"] as const;
export type Setting = (typeof settings)[number];

export const schoolStatuses = ["open", "proposed-to-close", "closed", "proposed-to-open"] as const;
export type SchoolStatus = (typeof schoolStatuses)[number];

/**
 * The columns of a GIAS extract that come and go from layout to layout.
 * A key that is absent means that the file has no such column; `null` means that the cell was blank.
 */
export type SchoolDetails = {
  readonly establishmentNumber: string | null;
  readonly type: string | null;
  readonly typeGroup: string | null;
  readonly openReason: string | null;
  readonly openDate: IsoDate | null;
  readonly closeReason: string | null;
  readonly closeDate: IsoDate | null;
  readonly lowAge: number | null;
  readonly highAge: number | null;
  readonly boarders: string | null;
  readonly sixthForm: string | null;
  readonly gender: string | null;
  readonly religiousCharacter: string | null;
  readonly diocese: string | null;
  readonly admissionsPolicy: string | null;
  readonly ukprn: string | null;
  readonly street: string | null;
  readonly locality: string | null;
  readonly address3: string | null;
  readonly town: string | null;
  readonly county: string | null;
  readonly postcode: string | null;
  readonly website: string | null;
  readonly telephone: string | null;
  readonly region: string | null;
  readonly district: string | null;
  readonly ward: string | null;
  readonly urbanRural: string | null;
  /** Metres east and north on the National Grid (OSGB36, EPSG:27700). */
  readonly easting: number | null;
  readonly northing: number | null;
  readonly pupils: number | null;
  readonly capacity: number | null;
  /** Share of pupils eligible for free school meals, 0–100. */
  readonly percentageFsm: number | null;
  /** GIAS group id of the trust, as text; `null` when the school is in none. */
  readonly trustCode: string | null;
  readonly trustName: string | null;
  readonly federation: string | null;
};

/** One establishment as an extract states it. `setting` is derived, everything else is as stated. */
export type SchoolRecord = {
  readonly urn: Urn;
  readonly laCode: LaCode;
  readonly laName: string;
  readonly name: string;
  readonly status: SchoolStatus;
  readonly phase: Phase;
  readonly setting: Setting;
} & Partial<SchoolDetails>;

const london = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });
const hourLength = 3_600_000;
const mostHours = 10_000;
/** The clock in London is whole hours from UTC, so every instant of an hour has one date: a list asks for few of them again and again. */
const dateOfHour = new Map<number, IsoDate>();

/** The calendar date in England at an instant, given in milliseconds since 1970. */
export const londonDate = (instant: number): IsoDate => {
  const hour = Math.floor(instant / hourLength);
  const known = dateOfHour.get(hour);
  if (known !== undefined) return known;
  if (dateOfHour.size === mostHours) dateOfHour.clear();
  const date = london.format(instant) as IsoDate;
  dateOfHour.set(hour, date);
  return date;
};

/** Reads text as a date; undefined when it is not `yyyy-mm-dd` or no such day exists. */
export const parseIsoDate = (text: string): IsoDate | undefined =>
  isIsoDate(text) ? text : undefined;
