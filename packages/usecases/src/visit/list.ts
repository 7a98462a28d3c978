import type { Area } from "@alongside/db/views/area";
import {
  listVisitNames,
  readVisitList,
  visitParts,
  type VisitListLine,
  type VisitPart,
} from "@alongside/db/views/visit-list";
import { mayHaveDeployments, visitActScopeOf } from "@alongside/domain/identity";
import { noteDueAfter } from "@alongside/domain/visit";
import { found, todayOf, type Context } from "../context/index.ts";
import { workScopeOf } from "../deployment/list.ts";

export { visitParts, type VisitPart };

/** A visit as lists and the pages of its work show it. */
export const toVisitLine = (row: Omit<VisitListLine, "part">) => ({
  id: row.id,
  version: row.version,
  deploymentId: row.deploymentId,
  state: row.state,
  date: row.date,
  startsAt: row.startsAt,
  halfDays: row.halfDays,
  /** The last instant for the record, for a visit that has none yet. */
  noteDue: row.state === "planned" || row.state === "done" ? noteDueAfter(row.date) : null,
  leader: { personId: row.personId, name: row.leader },
  school: { urn: row.urn, name: row.school },
});

export type VisitLine = ReturnType<typeof toVisitLine>;

export type VisitQuestion = {
  /** Any of these; all where none is named. */
  readonly parts?: readonly VisitPart[] | undefined;
  /** Of the leader or the school. */
  readonly words?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
};

const folded = (text: string): string => text.trim().toLocaleLowerCase("en-GB");

/** Whom and what words name; nobody is asked where there are none. */
const namedBy = async (ctx: Context, area: Area, words: string) => {
  const wanted = folded(words);
  if (wanted === "") return undefined;
  const { people, schools } = await listVisitNames(ctx.read, area.id);
  const isNamed = ({ name }: { readonly name: string }): boolean => folded(name).includes(wanted);
  return {
    people: people.filter(isNamed).map(({ id }) => id),
    urns: schools.filter(isNamed).map(({ urn }) => urn),
  };
};

/**
 * The visits that concern the actor, a page of them, what waits for the actor first; `total` is of the question, `counts` of all. Refuses
 * `not-found` to those who can have none.
 */
export const listVisits = async (ctx: Context, area: Area, question: VisitQuestion = {}) => {
  found(mayHaveDeployments(ctx.actor, area.id) ? area : undefined);
  const { parts = [], words = "", offset = 0, limit } = question;
  const today = todayOf(ctx);
  const { lines, counts, total } = await readVisitList(ctx.read, {
    areaId: area.id,
    today,
    scope: workScopeOf(ctx, area),
    acts: visitActScopeOf(ctx.actor, area.id),
    parts,
    named: await namedBy(ctx, area, words),
    offset,
    limit,
  });
  const countOf = (part: VisitPart): number => counts[visitParts.indexOf(part)] ?? 0;
  return {
    today,
    total,
    counts: {
      yours: countOf("yours"),
      coming: countOf("coming"),
      waiting: countOf("waiting"),
      over: countOf("over"),
    },
    visits: lines.map((line) => ({
      ...toVisitLine(line),
      part: visitParts[line.part] ?? "waiting",
    })),
  };
};
