import type { Area } from "@alongside/db/views/area";
import { findSchoolOfNeed, listLeaders, zonesOfNeed } from "@alongside/db/views/need";
import { listCodeEntries } from "@alongside/db/views/partnership";
import { zoneShapes } from "@alongside/db/views/school";
import {
  mayPrepareNeed,
  maySubmitNeed,
  needScopeOf,
  ownSchoolsOf,
} from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import { found, todayOf, type Context } from "../context/index.ts";
import { placeOfSchool } from "./place.ts";

const lists = [
  "expertise",
  "work-mode",
  "funding-source",
  "need-band",
  "need-focus-report-card",
  "need-focus-sub-judgements",
  "need-focus-overall-grade",
] as const;

/** What can be chosen in a need: the partnership's lists (retired entries too, for what was chosen before), zones, own schools. */
export const listNeedChoices = async (ctx: Context, area: Area) => {
  const [entries, zones, ownSchools] = await Promise.all([
    listCodeEntries(ctx.read, area.id),
    zoneShapes(ctx.read, area.id),
    Promise.all(ownSchoolsOf(ctx.actor, area.id).map((urn) => findSchoolOfNeed(ctx.read, urn))),
  ]);
  const scope = needScopeOf(ctx.actor, area.id);
  const isMine = ({ id }: (typeof zones)[number]): boolean =>
    scope?.kind === "area" || (scope?.zoneIds.includes(id) ?? false);
  return {
    today: todayOf(ctx),
    lists: Object.fromEntries(
      lists.map((list) => [
        list,
        entries
          .filter((entry) => entry.list === list)
          .map(({ code, label, groupLabel, help, retiredOn }) => ({
            code,
            label,
            group: groupLabel,
            help,
            isRetired: retiredOn !== null,
          })),
      ]),
    ),
    zones: zones.filter(isMine).map(({ id, name }) => ({ id, name })),
    ownSchools: ownSchools.flatMap((school) =>
      school === undefined ? [] : [{ urn: school.urn, name: school.name }],
    ),
    hasQueue: scope !== undefined,
  };
};

/** Whether, and as whom, the actor may post a need for a school. Refuses `not-found` where they may not. */
export const getNeedStart = async (ctx: Context, area: Area, urn: Urn) => {
  const place = await placeOfSchool(ctx.read, area, urn);
  found(mayPrepareNeed(ctx.actor, place) ? place : undefined);
  const [school, zones] = await Promise.all([
    findSchoolOfNeed(ctx.read, urn),
    zonesOfNeed(ctx.read, area.id, urn),
  ]);
  return {
    school: found(school),
    zones: zones.map(({ name }) => name),
    maySubmit: maySubmitNeed(ctx.actor, place),
    isOwn: ownSchoolsOf(ctx.actor, area.id).includes(urn),
  };
};

/** Leaders by a part of their own or their school's name, for the wishes of those who may post a need. */
export const searchLeaders = async (
  ctx: Context,
  area: Area,
  question: { readonly urn: Urn; readonly words: string; readonly limit: number },
) => {
  const place = await placeOfSchool(ctx.read, area, question.urn);
  found(mayPrepareNeed(ctx.actor, place) ? place : undefined);
  const { words, limit } = question;
  return listLeaders(ctx.read, area.id, { words: words.trim(), limit });
};
