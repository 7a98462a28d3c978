import { linksAround, namesOf } from "@alongside/db/views/school-profile";
import type { IsoDate, LinkManner, Urn } from "@alongside/domain/school";
import { successionOf, type SuccessionStep } from "@alongside/register";
import type { Context } from "../context/index.ts";

/** One school of a line: this one, one that it came from, or one that it became. */
export type LineMember = {
  readonly urn: Urn;
  readonly name: string | null;
  /** Whether it has a page in the same area. */
  readonly isHere: boolean;
};

export type LineStep = {
  readonly from: LineMember;
  readonly to: LineMember;
  readonly manner: LinkManner;
  /** The day on which the later one began, where the links say. */
  readonly date: IsoDate | null;
};

export type Line = {
  /** The latest first; steps without a day last. */
  readonly steps: readonly LineStep[];
  /** The URNs under which this very school was known before, nearest first. */
  readonly before: readonly Urn[];
  readonly importIds: readonly (number | null)[];
};

type Links = Awaited<ReturnType<typeof linksAround>>;

/**
 * The URNs of the same body of pupils before this one. A merger, an amalgamation or a split brings in results of
 * others: only a plain succession with one place on its early side is one school under a new URN.
 */
export const earlierUrns = (urn: Urn, steps: readonly SuccessionStep[]): readonly Urn[] => {
  const line = [urn];
  for (const now of line) {
    const into = steps.filter((step) => step.to === now);
    const [only] = into;
    const isSame = into.length === 1 && only?.manner === "plain" && !line.includes(only.from);
    const goesOnOnce = steps.filter((step) => step.from === only?.from).length === 1;
    if (isSame && goesOnOnce && only !== undefined) line.push(only.from);
  }
  return line.slice(1);
};

const nameInLinks = (links: Links, urn: Urn): string | null =>
  links.find((link) => link.linkUrn === urn)?.linkName ?? null;

/** What came before a school and what came after it, as the register's links state it. */
export const lineOf = async (
  ctx: Context,
  school: { readonly urn: Urn; readonly laCodes: readonly string[] },
): Promise<Line> => {
  const links = await linksAround(ctx.read, school.urn);
  const history = successionOf(links).historyOf(school.urn);
  const urns = [...new Set(history.flatMap(({ from, to }) => [from, to]))];
  const held = new Map((await namesOf(ctx.read, urns)).map((row) => [row.urn, row]));
  const memberOf = (urn: Urn): LineMember => {
    const row = held.get(urn);
    return {
      urn,
      name: row?.name ?? nameInLinks(links, urn),
      isHere: row !== undefined && school.laCodes.includes(row.laCode),
    };
  };
  const steps = history.toReversed().map(({ from, to, manner, date }) => ({
    from: memberOf(from),
    to: memberOf(to),
    manner,
    date,
  }));
  return {
    steps,
    before: earlierUrns(school.urn, history),
    importIds: steps.length === 0 ? [] : links.map(({ importId }) => importId),
  };
};
