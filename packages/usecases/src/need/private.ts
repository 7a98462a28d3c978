import type { Area } from "@alongside/db/views/area";
import { namesOf } from "@alongside/db/views/need";
import { isReadingRecorded } from "@alongside/domain/disclosure";
import { needAudienceOf } from "@alongside/domain/identity";
import type { DraftAsk, NeedId, Wish } from "@alongside/domain/need";
import { record, type Context } from "../context/index.ts";
import { askOf } from "./ask.ts";
import { openNeed } from "./place.ts";

export type PrivateWords = {
  readonly sensitiveNote: string;
  readonly preferred: readonly { readonly leader: string; readonly privateReason: string }[];
  readonly avoided: readonly { readonly leader: string; readonly privateReason: string }[];
};

const wishesOf = ({ preferred = [], avoided = [] }: DraftAsk): readonly Wish[] => [
  ...preferred,
  ...avoided,
];

/**
 * The sensitive note and the private reasons of a need. Reading them is itself recorded, except by the school that wrote them
 * (Product rules, §3: graded disclosure).
 */
export const readPrivateWords = (ctx: Context, area: Area, id: NeedId): Promise<PrivateWords> =>
  ctx.write(async (tx) => {
    const { row, place } = await openNeed(ctx, tx, { area, id });
    const ask = askOf(row.need);
    const audience = needAudienceOf(ctx.actor, place);
    if (isReadingRecorded("sensitive-note", audience)) {
      await record(ctx, tx, {
        areaId: area.id,
        entity: "need",
        entityId: id,
        entityVersion: row.version,
        kind: "need-private-words-read",
      });
    }
    const names = await namesOf(
      tx,
      wishesOf(ask).map(({ leader }) => leader),
    );
    const named = (wishes: readonly Wish[] | undefined) =>
      (wishes ?? []).map(({ leader, privateReason }) => ({
        leader: names.get(leader) ?? "Someone who has left",
        privateReason,
      }));
    const { sensitiveNote = "" } = ask;
    return { sensitiveNote, preferred: named(ask.preferred), avoided: named(ask.avoided) };
  });
