import type { LinkDirection, LinkManner, SchoolLink } from "@alongside/domain/school";
import type { Source } from "../reading/bytes.ts";
import { toDate, toText, toUrn, unreadable } from "../reading/cell.ts";
import type { Columns } from "../reading/header.ts";
import {
  gatherBatches,
  openFile,
  type OpenedFile,
  type Reader,
  type ReadFile,
  type ReadLine,
} from "../reading/reader.ts";
import type { RefusedFile } from "../reading/refusal.ts";
import type { ReadOptions } from "../reading/table.ts";

type LinkKey = "urn" | "linkUrn" | "linkName" | "linkType" | "establishedDate";

const columns: Columns<LinkKey> = {
  urn: { names: ["URN"], required: true },
  linkUrn: { names: ["LinkURN"], required: true },
  linkName: { names: ["LinkName"], required: false },
  linkType: { names: ["LinkType"], required: true },
  establishedDate: { names: ["LinkEstablishedDate"], required: false },
};

type Meaning = { readonly direction: LinkDirection; readonly manner: LinkManner };

const directionOf = (type: string): LinkDirection => {
  if (type.startsWith("predecessor")) return "predecessor";
  return type.startsWith("successor") ? "successor" : "related";
};

const mannerOf = (type: string): LinkManner => {
  if (type.includes("merge")) return "merged";
  if (type.includes("amalgamat")) return "amalgamated";
  if (type.includes("split")) return "split";
  return type === "predecessor" || type === "successor" ? "plain" : "other";
};

/**
 * What a link type says. `Result of Amalgamation`, `Merged - …`, `Closure` and the like stand on both sides of a pair
 * and so tell no direction: they are `related`, and succession does not follow them.
 */
export const readLinkType = (stated: string): Meaning => {
  const type = stated.trim().toLowerCase();
  return { direction: directionOf(type), manner: mannerOf(type) };
};

const begin: Reader<LinkKey, SchoolLink>["begin"] = ({ positions }): ReadLine<SchoolLink> => {
  const seen = new Set<string>();
  return ({ number, cells }) => {
    const cell = (key: LinkKey): string => cells[positions[key]] ?? "";
    const left = (reason: string) => ({ line: number, urn: toText(cell("urn")), reason });
    const [urn, linkUrn] = [toUrn(cell("urn")), toUrn(cell("linkUrn"))];
    if (urn === null) return left("URN is not six digits");
    if (linkUrn === null) return left("LinkURN is not six digits");
    if (urn === linkUrn) return left("the school is linked to itself");
    const statedType = toText(cell("linkType"));
    if (statedType === null) return left("LinkType is blank");
    const establishedDate = toDate(cell("establishedDate"));
    if (establishedDate === unreadable) return left("LinkEstablishedDate cannot be read");
    const identity = `${urn} ${linkUrn} ${statedType}`;
    if (seen.has(identity)) return left("the same link is already on an earlier line");
    seen.add(identity);
    const linkName = toText(cell("linkName"));
    const meaning = readLinkType(statedType);
    return { taken: { urn, linkUrn, linkName, statedType, ...meaning, establishedDate } };
  };
};

const reader: Reader<LinkKey, SchoolLink> = { columns, urnColumn: "urn", begin };

/** Opens the GIAS links extract: who came before and after whom, both directions. */
export const openLinks = (
  source: Source,
  options: ReadOptions = {},
): Promise<OpenedFile<SchoolLink> | RefusedFile> => openFile(source, reader, options);

export const readLinks = async (
  source: Source,
  options: ReadOptions = {},
): Promise<ReadFile<SchoolLink> | RefusedFile> => gatherBatches(await openLinks(source, options));
