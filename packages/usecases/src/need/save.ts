import type { Read } from "@alongside/db";
import type { Area } from "@alongside/db/views/area";
import { listLeaders } from "@alongside/db/views/need";
import { listCodeEntries } from "@alongside/db/views/partnership";
import { isOfOwnSchool, mayPrepareNeed, maySubmitNeed } from "@alongside/domain/identity";
import type { Ask, DraftAsk } from "@alongside/domain/need";
import { instantOf as toInstant } from "@alongside/domain/calendar";
import { refuse, type Context } from "../context/index.ts";
import { askOf } from "./ask.ts";
import { changeNeed, type Changed, type NeedSeen } from "./change.ts";

export type AskChanges = Partial<Omit<Ask, "school">>;

const notListed = "Choose from the list";

/** The codes of an ask, by field, with the list that each must be on. */
const codesOf = (ask: DraftAsk): readonly (readonly [keyof Ask, string, readonly string[]])[] => [
  ["focus", `need-focus-${ask.framework ?? "report-card"}`, ask.focus ?? []],
  ["primaryArea", "expertise", ask.primaryArea === undefined ? [] : [ask.primaryArea]],
  ["otherAreas", "expertise", ask.otherAreas ?? []],
  ["modes", "work-mode", ask.modes ?? []],
  ["fundingSource", "funding-source", ask.fundingSource === undefined ? [] : [ask.fundingSource]],
];

const wishFields = ["preferred", "avoided"] as const;

/** Refuses `invalid-input` for codes that the partnership's lists do not hold, and for wishes that name no leader. */
const requireKnown = async (
  read: Read,
  area: Area,
  given: { readonly ask: DraftAsk; readonly changes: AskChanges },
): Promise<void> => {
  const { ask, changes } = given;
  const entries = await listCodeEntries(read, area.id);
  const fields: Record<string, string> = {};
  for (const [field, list, codes] of codesOf(ask)) {
    const isChanged = field in changes || (field === "focus" && "framework" in changes);
    const isListed = (code: string): boolean =>
      entries.some(
        (entry) => entry.list === list && entry.code === code && entry.retiredOn === null,
      );
    if (isChanged && !codes.every(isListed)) fields[field] = notListed;
  }
  for (const field of wishFields) {
    const ids = [...new Set((changes[field] ?? []).map(({ leader }) => leader))];
    if (ids.length === 0) continue;
    const leaders = await listLeaders(read, area.id, { ids, limit: ids.length });
    if (leaders.length < ids.length) fields[field] = notListed;
  }
  if (Object.keys(fields).length > 0) refuse({ kind: "invalid-input", fields });
};

/** Whoever acts for a school does not have its private words at hand: saving theirs would wipe them out. */
const touchesPrivateWords = (changes: AskChanges): boolean =>
  ["sensitiveNote", "preferred", "avoided"].some((field) => field in changes);

/**
 * Keeps answers: in a private draft whatever is there, in a need that was sent only what leaves it whole (`ask-incomplete`). A draft may be
 * written by anyone of the school, what the coordinator already has only changed by those who may send it; private words of a
 * need that was sent are changed by the school alone.
 */
export const saveNeed = (
  ctx: Context,
  area: Area,
  input: NeedSeen & { readonly changes: AskChanges },
): Promise<Changed> =>
  changeNeed(ctx, area, {
    seen: input,
    act: {
      may: (actor, place, { state }) =>
        state === "draft"
          ? mayPrepareNeed(actor, place)
          : maySubmitNeed(actor, place) &&
            (isOfOwnSchool(actor, place) || !touchesPrivateWords(input.changes)),
      side: "school",
      commandFor: async (need, tx) => {
        const { changes } = input;
        const ask = { ...askOf(need), ...changes };
        await requireKnown(tx, area, { ask, changes });
        return { type: "revise", at: toInstant(ctx.now()), changes };
      },
    },
  });

/** Sends a draft to the coordinator. Refuses `ask-incomplete` with the questions that have no answer. */
export const submitNeed = (ctx: Context, area: Area, seen: NeedSeen): Promise<Changed> =>
  changeNeed(ctx, area, {
    seen,
    act: {
      may: maySubmitNeed,
      side: "school",
      commandFor: () => ({ type: "submit", at: toInstant(ctx.now()) }),
    },
  });
