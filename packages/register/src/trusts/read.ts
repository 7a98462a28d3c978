import type { GroupType, TrustMembership } from "@alongside/domain/school";
import type { Source } from "../reading/bytes.ts";
import { toDate, toLaCode, toText, toUrn, unreadable } from "../reading/cell.ts";
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

type TrustKey =
  | "groupUid"
  | "groupId"
  | "groupName"
  | "groupType"
  | "groupStatus"
  | "companiesHouse"
  | "joinedDate"
  | "closedDate"
  | "urn"
  | "laCode";

const columns: Columns<TrustKey> = {
  groupUid: { names: ["Group UID", "Linked UID"], required: true },
  groupId: { names: ["Group ID"], required: false },
  groupName: { names: ["Group Name"], required: true },
  groupType: { names: ["Group Type"], required: true },
  groupStatus: { names: ["Group Status"], required: false },
  companiesHouse: { names: ["Companies House Number"], required: false },
  joinedDate: { names: ["Joined date"], required: false },
  closedDate: { names: ["Closed Date"], required: false },
  urn: { names: ["Academy URN", "URN"], required: true },
  laCode: { names: ["LA (code)"], required: false },
};

const typeWords: ReadonlyMap<string, GroupType> = new Map([
  ["multi-academy trust", "multi-academy-trust"],
  ["single-academy trust", "single-academy-trust"],
  ["secure single-academy trust", "secure-single-academy-trust"],
  ["school sponsor", "sponsor"],
  ["federation", "federation"],
]);

const toGroupType = (words: string): GroupType =>
  typeWords.get(words.trim().toLowerCase()) ?? "other";

const begin: Reader<TrustKey, TrustMembership>["begin"] = ({
  positions,
}): ReadLine<TrustMembership> => {
  const seen = new Set<string>();
  return ({ number, cells }) => {
    const cell = (key: TrustKey): string => cells[positions[key]] ?? "";
    const left = (reason: string) => ({ line: number, urn: toText(cell("urn")), reason });
    const urn = toUrn(cell("urn"));
    if (urn === null) return left("Academy URN is not six digits");
    const [groupUid, groupName] = [toText(cell("groupUid")), toText(cell("groupName"))];
    if (groupUid === null || groupName === null) return left("Group UID or Group Name is blank");
    const joinedDate = toDate(cell("joinedDate"));
    const closedDate = toDate(cell("closedDate"));
    if (joinedDate === unreadable) return left("Joined date cannot be read");
    if (closedDate === unreadable) return left("Closed Date cannot be read");
    const identity = `${groupUid} ${urn} ${joinedDate ?? ""}`;
    if (seen.has(identity)) return left("the same membership is already on an earlier line");
    seen.add(identity);
    return {
      taken: {
        urn,
        groupUid,
        groupId: toText(cell("groupId")),
        groupName,
        groupType: toGroupType(cell("groupType")),
        companiesHouseNumber: toText(cell("companiesHouse")),
        current: closedDate === null && !/^closed/i.test(cell("groupStatus").trim()),
        joinedDate,
        closedDate,
        laCode: toLaCode(cell("laCode")),
      },
    };
  };
};

const reader: Reader<TrustKey, TrustMembership> = { columns, urnColumn: "urn", begin };

/** Opens the GIAS extract of academies and the groups that run them. A closed trust's line is taken, as history. */
export const openTrusts = (
  source: Source,
  options: ReadOptions = {},
): Promise<OpenedFile<TrustMembership> | RefusedFile> => openFile(source, reader, options);

export const readTrusts = async (
  source: Source,
  options: ReadOptions = {},
): Promise<ReadFile<TrustMembership> | RefusedFile> =>
  gatherBatches(await openTrusts(source, options));
