import type { Urn } from "../school/index.ts";
import { isUrn } from "../school/index.ts";
import type { Grant } from "./actor.ts";
import { isEmail, normalEmail } from "./email.ts";
import { faultsOfGrant } from "./grant.ts";
import { type AreaId, type OrganisationId, type Role, type ZoneId } from "./identity.ts";
import { areaRoles } from "./people-policy.ts";

/** One line of a file of invitations, as text. `line` counts from 1, the heading being line 1. */
export type InvitationText = {
  readonly line: number;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly urn: string;
  readonly zone: string;
  readonly organisation: string;
};

/** By column: what is wrong with it. */
export type LineFaults = Readonly<Record<string, string>>;

export type ReadInvitation = {
  readonly line: number;
  readonly email: string;
  readonly name: string;
  readonly grant: Grant;
};

export type InvitationReading =
  | { readonly ok: true; readonly invitation: ReadInvitation }
  | {
      readonly ok: false;
      readonly line: number;
      readonly email: string;
      readonly faults: LineFaults;
    };

export type AreaToRead = {
  readonly areaId: AreaId;
  readonly zones: readonly { readonly id: ZoneId; readonly name: string }[];
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[];
};

const toRole = (text: string): Role | undefined => {
  const code = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  return areaRoles.find((role) => role === code);
};

const toUrn = (text: string): Urn | undefined => {
  const number = Number(text);
  return /^\d{6}$/.test(text) && isUrn(number) ? number : undefined;
};

const same = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

const columnOf: Readonly<Record<string, string>> = {
  urn: "urn",
  zoneId: "zone",
  organisationId: "organisation",
};

const readGrant = (text: InvitationText, area: AreaToRead): Grant | LineFaults => {
  const role = toRole(text.role);
  if (role === undefined) return { role: text.role.trim() === "" ? "missing" : "unknown" };
  const urn = toUrn(text.urn.trim());
  if (text.urn.trim() !== "" && urn === undefined) return { urn: "not-a-urn" };
  const zone = area.zones.find(({ name }) => same(name, text.zone));
  if (text.zone.trim() !== "" && zone === undefined) return { zone: "unknown" };
  const organisation = area.organisations.find(({ name }) => same(name, text.organisation));
  if (text.organisation.trim() !== "" && organisation === undefined) {
    return { organisation: "unknown" };
  }
  return {
    role,
    areaId: area.areaId,
    ...(urn === undefined ? {} : { urn }),
    ...(zone === undefined ? {} : { zoneId: zone.id }),
    ...(organisation === undefined ? {} : { organisationId: organisation.id }),
  };
};

const isGrant = (value: Grant | LineFaults): value is Grant => "areaId" in value;

const faultsIn = (grant: Grant): LineFaults =>
  Object.fromEntries(
    Object.entries(faultsOfGrant(grant)).map(([place, fault]) => [columnOf[place] ?? place, fault]),
  );

/** Reads one line. What it names need not exist: the database is asked afterwards. */
export const readInvitation = (text: InvitationText, area: AreaToRead): InvitationReading => {
  const email = normalEmail(text.email);
  const grant = readGrant(text, area);
  const faults: LineFaults = {
    ...(isEmail(email) ? {} : { email: email === "" ? "missing" : "not-an-address" }),
    ...(isGrant(grant) ? faultsIn(grant) : grant),
  };
  const { line } = text;
  return Object.keys(faults).length === 0 && isGrant(grant)
    ? { ok: true, invitation: { line, email, name: text.name.trim(), grant } }
    : { ok: false, line, email, faults };
};
