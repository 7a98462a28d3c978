import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { recordView, recordViewRemoved } from "@alongside/db/stores/queue";
import { listViews } from "@alongside/db/views/queue";
import { needScopeOf, type PersonId } from "@alongside/domain/identity";
import { found, instantOf, refuse, type Context } from "../context/index.ts";

export type SavedView = { readonly id: string; readonly name: string; readonly search: string };

/** Whose views they are: a person who has a queue here. Refuses `not-found` to everyone else. */
const ownerOf = ({ actor }: Context, area: Area): PersonId => {
  found(needScopeOf(actor, area.id));
  return actor.kind === "person" ? actor.personId : refuse({ kind: "not-found" });
};

const mostViews = 20;

/** The queue's filters that the actor has named, by name: nobody else's. */
export const listSavedViews = (ctx: Context, area: Area): Promise<readonly SavedView[]> =>
  listViews(ctx.read, area.id, ownerOf(ctx, area));

/** Only parameters of an address are kept, never where it leads; the page is not part of a view. */
const toSearch = (text: string): string => {
  const params = new URLSearchParams(text);
  params.delete("page");
  return params.toString();
};

const ownViews = async (ctx: Context, read: Read, area: Area) => {
  const personId = ownerOf(ctx, area);
  return { personId, views: await listViews(read, area.id, personId) };
};

/** Names the filters of an address; the same name again takes the new filters. Refuses a blank name, and more than twenty views. */
export const saveView = (
  ctx: Context,
  area: Area,
  input: { readonly name: string; readonly search: string },
): Promise<void> =>
  ctx.write(async (tx) => {
    const { personId, views } = await ownViews(ctx, tx, area);
    const name = input.name.trim();
    if (name === "") refuse({ kind: "invalid-input", fields: { name: "Enter a name" } });
    const isNew = views.every((view) => view.name !== name);
    if (isNew && views.length >= mostViews) {
      refuse({ kind: "invalid-input", fields: { name: "Remove a view first: you have 20" } });
    }
    const createdAt = instantOf(ctx);
    const id = ctx.newId();
    const search = toSearch(input.search);
    await recordView(tx, { id, areaId: area.id, personId, name, search, createdAt });
  });

/** Forgets one of the actor's own views; anybody else's answers `not-found`. */
export const removeView = (ctx: Context, area: Area, input: { readonly id: string }) =>
  ctx.write(async (tx) => {
    const { views } = await ownViews(ctx, tx, area);
    const { id } = found(views.find((view) => view.id === input.id));
    await recordViewRemoved(tx, id);
  });
