import type { Area } from "@alongside/db/views/area";
import { listSupply, type SupplyRow } from "@alongside/db/views/capacity";
import { listDesignations, type DesignationRow } from "@alongside/db/views/leader";
import { listTerms, type TermRow } from "@alongside/db/views/partnership";
import { zonesOfSchools } from "@alongside/db/views/school";
import { instantOf as toInstant, termAmong } from "@alongside/domain/calendar";
import { isInForce } from "@alongside/domain/code-list";
import { mayManageLeaders, supplyScopeOf, type ZoneId } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import { found, todayOf, type Context } from "../context/index.ts";

export type SupplyState = "silent" | "not-now" | "maybe" | "ready" | "lapsed";

export type SupplyQuestion = {
  /** The term that has begun last, unless another is named. */
  readonly termId?: string | undefined;
  readonly states?: readonly SupplyState[] | undefined;
  readonly zone?: ZoneId | undefined;
  /** Code of an area of expertise that the leader offers. */
  readonly expertise?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly words?: string | undefined;
};

/** How a leader stands in a term: what was answered, and whether a yes is still good today. */
export const stateOfSupply = (
  { row, answer }: Pick<SupplyRow, "row" | "answer">,
  today: IsoDate,
): SupplyState => {
  if (row === null) return answer === "not-now" ? "not-now" : "silent";
  if (row.state === "indicative") return "maybe";
  const isGood = row.state === "firm" && row.goodUntil !== null && today <= row.goodUntil;
  if (isGood) return "ready";
  return answer === "not-now" ? "not-now" : "lapsed";
};

type Around = {
  readonly today: IsoDate;
  readonly designations: readonly DesignationRow[];
  readonly zones: readonly {
    readonly urn: number;
    readonly zoneId: ZoneId;
    readonly zone: string;
  }[];
};

const toLine = (row: SupplyRow, { today, designations, zones }: Around) => {
  const { row: line, ...leader } = row;
  const own = designations.filter(({ personId }) => personId === row.personId);
  const { published, free, held, committed, booked, delivered, released, ...rest } = leader;
  return {
    ...rest,
    state: stateOfSupply(row, today),
    homeZones: zones.filter(({ urn }) => urn === row.homeUrn).map(({ zone }) => zone),
    isDesignated: own.some(({ status, fromOn: from, toOn: to }) =>
      isInForce({ status, from, to }, today),
    ),
    line:
      line === null
        ? null
        : {
            id: line.id,
            version: line.version,
            supply: line.supply,
            confirmedOn: line.confirmedOn,
            goodUntil: line.goodUntil,
          },
    days: { published, free, held, committed, booked, delivered, released },
  };
};

export type SupplyLine = ReturnType<typeof toLine>;

const fits = (line: SupplyLine, question: SupplyQuestion): boolean => {
  const { states = [], kinds = [], zone, expertise } = question;
  const words = question.words?.trim().toLowerCase() ?? "";
  const supply = line.line?.supply;
  return (
    (states.length === 0 || states.includes(line.state)) &&
    (kinds.length === 0 || kinds.includes(line.kind)) &&
    (zone === undefined || (supply?.zones.includes(zone) ?? false)) &&
    (expertise === undefined || (supply?.areas.some(({ area }) => area === expertise) ?? false)) &&
    `${line.name} ${line.homeSchool}`.toLowerCase().includes(words)
  );
};

/** The term that a list is about: the one named, or the one that has begun last. Refuses `not-found` where there is none. */
export const pickTerm = (
  terms: readonly TermRow[],
  given: { readonly termId?: string | undefined; readonly today: IsoDate },
): TermRow => {
  const { termId, today } = given;
  if (termId !== undefined) return found(terms.find(({ id }) => id === termId));
  const current = termAmong(today, terms) ?? terms[0];
  return found(
    terms.find(
      ({ academicYear, season }) =>
        academicYear === current?.academicYear && season === current.season,
    ),
  );
};

/**
 * Every leader in scope with what they give in a term: the whole area for those who broker, own leaders for a home school or an
 * organisation, a leader only themselves. Refuses `not-found` to everyone else.
 */
export const listCapacity = async (ctx: Context, area: Area, question: SupplyQuestion) => {
  const scope = found(supplyScopeOf(ctx.actor, area.id));
  const today = todayOf(ctx);
  const terms = await listTerms(ctx.read, area.id);
  const term = pickTerm(terms, { termId: question.termId, today });
  const rows = await listSupply(ctx.read, {
    areaId: area.id,
    termId: term.id,
    scope,
    at: toInstant(ctx.now()),
  });
  const [designations, zones] = await Promise.all([
    listDesignations(
      ctx.read,
      area.id,
      rows.map(({ personId }) => personId),
    ),
    zonesOfSchools(ctx.read, area.id, [...new Set(rows.map(({ homeUrn }) => homeUrn))]),
  ]);
  const all = rows.map((row) => toLine(row, { today, designations, zones }));
  const counts = Map.groupBy(all, ({ state }) => state);
  return {
    term,
    today,
    isWholeArea: scope.kind === "area",
    mayManage: mayManageLeaders(ctx.actor, area.id),
    leaders: all.filter((line) => fits(line, question)),
    total: all.length,
    counts: Object.fromEntries([...counts].map(([state, lines]) => [state, lines.length])),
  };
};

export type SupplyList = Awaited<ReturnType<typeof listCapacity>>;
