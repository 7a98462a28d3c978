import type { Write } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordOrganisation, recordOrganisationChange } from "@alongside/db/stores/organisation";
import { findSchoolOfArea } from "@alongside/db/views/identity-place";
import {
  findOrganisation,
  listOrganisationAdministrators,
  listOrganisations,
  listPlacedLeaders,
  type OrganisationRow,
} from "@alongside/db/views/organisation";
import { mayAdministerArea, toId, type OrganisationId } from "@alongside/domain/identity";
import {
  closeOrganisation,
  nameOrganisation,
  type OrganisationTerms,
} from "@alongside/domain/organisation";
import {
  authorise,
  found,
  instantOf,
  orRefuse,
  record,
  todayOf,
  type Context,
} from "../context/index.ts";
import { requireVersion } from "../partnership/changed-since.ts";

export type OrganisationSeen = { readonly id: OrganisationId; readonly version: number };

type Change = {
  readonly area: Area;
  readonly id: OrganisationId;
  readonly version: number;
  readonly kind: string;
  readonly payload?: Readonly<Record<string, unknown>>;
};

const recordChange = (ctx: Context, tx: Write, change: Change): Promise<void> =>
  record(ctx, tx, {
    areaId: change.area.id,
    entity: "organisation",
    entityId: change.id,
    entityVersion: change.version,
    kind: change.kind,
    payload: change.payload ?? {},
  });

/** The terms as they are kept: a name that is free, and a school of the area where there is one. */
const termsFor = async (
  tx: Write,
  area: Area,
  given: { readonly terms: OrganisationTerms; readonly except?: OrganisationId },
): Promise<OrganisationTerms> => {
  const { name, kind, urn } = given.terms;
  const rows = await listOrganisations(tx, area.id);
  const others = rows
    .map(({ organisation }) => organisation)
    .filter(({ id }) => id !== given.except);
  const terms = orRefuse(nameOrganisation(others, { name, kind, urn }));
  if (urn !== null) found(await findSchoolOfArea(tx, area.id, urn));
  return terms;
};

/** Puts an organisation on record. Refuses a name that is missing or taken, by field, and a school of another area (`not-found`). */
export const addOrganisation = (
  ctx: Context,
  area: Area,
  input: OrganisationTerms,
): Promise<{ readonly id: OrganisationId }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const terms = await termsFor(tx, area, { terms: input });
    const id = toId<OrganisationId>(ctx.newId());
    await recordOrganisation(tx, { ...terms, id, areaId: area.id, createdAt: instantOf(ctx) });
    const change = { area, id, version: 1, kind: "organisation-added", payload: terms };
    await recordChange(ctx, tx, change);
    return { id };
  });
};

/** An organisation of the area at the version that was seen. Refuses `not-found` and `changed-since`. */
const openSeen = async (
  tx: Write,
  area: Area,
  { id, version }: OrganisationSeen,
): Promise<OrganisationRow["organisation"]> => {
  const { organisation } = found(await findOrganisation(tx, area.id, id));
  const state = { entity: "organisation", entityId: id, version: organisation.version };
  await requireVersion(tx, state, version);
  return organisation;
};

/** Changes what an organisation is called and is. Refuses as `addOrganisation` does, and `changed-since`. Answers whether that changed anything. */
export const changeOrganisation = (
  ctx: Context,
  area: Area,
  input: OrganisationSeen & OrganisationTerms,
): Promise<{ readonly changed: boolean }> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const organisation = await openSeen(tx, area, input);
    const { id, name, kind, urn } = organisation;
    const terms = await termsFor(tx, area, { terms: input, except: id });
    if (terms.name === name && terms.kind === kind && terms.urn === urn) return { changed: false };
    await recordOrganisationChange(tx, organisation, terms);
    const payload = { ...terms, before: { name, kind, urn } };
    const version = organisation.version + 1;
    await recordChange(ctx, tx, { area, id, version, kind: "organisation-changed", payload });
    return { changed: true };
  });
};

const membersOf = async (tx: Write, area: Area, id: OrganisationId) => {
  const leaders = await listPlacedLeaders(tx, area.id);
  const administrators = await listOrganisationAdministrators(tx, area.id);
  const isHere = (row: { readonly organisationId: OrganisationId | null }) =>
    row.organisationId === id;
  return {
    leaders: leaders.filter(isHere).length,
    administrators: administrators.filter(isHere).length,
  };
};

/** Closes an organisation that nobody is in any more, or opens it again. Refuses `organisation-in-use` and `changed-since`. */
export const closeOrOpenOrganisation = (
  ctx: Context,
  area: Area,
  input: OrganisationSeen & { readonly isClosed: boolean },
): Promise<void> => {
  authorise(mayAdministerArea(ctx.actor, area.id));
  return ctx.write(async (tx) => {
    const organisation = await openSeen(tx, area, input);
    if ((organisation.closedOn !== null) === input.isClosed) return;
    const { id } = organisation;
    const closedOn = input.isClosed
      ? orRefuse(closeOrganisation(await membersOf(tx, area, id), todayOf(ctx)))
      : null;
    await recordOrganisationChange(tx, organisation, { closedOn });
    const kind = input.isClosed ? "organisation-closed" : "organisation-opened-again";
    await recordChange(ctx, tx, { area, id, version: organisation.version + 1, kind });
  });
};
