import { sql } from "drizzle-orm";
import type { Instant } from "@alongside/domain/calendar";
import type { CapacityLineId } from "@alongside/domain/capacity";
import type { AreaId, PersonId } from "@alongside/domain/identity";
import type { Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import { capacityLines, leaders, ledgerBalances, people, schools } from "../schema/index.ts";
import { balanceColumns } from "./ledger.ts";
import { written } from "./written.ts";

type Row = typeof capacityLines.$inferSelect;

/** A leader beside the days of a term, as a match looks at them. Half-days. */
export type MatchSupply = {
  readonly personId: PersonId;
  readonly name: string;
  readonly kind: (typeof leaders.$inferSelect)["kind"];
  readonly homeUrn: Urn;
  readonly homeSchool: string;
  readonly published: number;
  readonly free: number;
  /** The line that is not withdrawn; null where there is none. */
  readonly row:
    | ({ readonly id: CapacityLineId } & Pick<
        Row,
        "state" | "supply" | "confirmedOn" | "goodUntil"
      >)
    | null;
};

/** Every leader of an area with their line of a term, if any, and what is left of it at an instant; in no order. */
export const listMatchSupply = async (
  read: Read,
  given: { readonly areaId: AreaId; readonly termId: string; readonly at: Instant },
): Promise<readonly MatchSupply[]> => {
  const { published, free } = balanceColumns(given.at);
  const [row] = await read.all<{ readonly supply: string }>(sql`
    SELECT json_group_array(json_object(
      'personId', ${leaders.personId}, 'name', ${people.name}, 'kind', ${leaders.kind}, 'homeUrn', ${leaders.homeUrn},
      'homeSchool', ${schools.name}, 'published', ${published}, 'free', ${free},
      'row', CASE WHEN ${capacityLines.id} IS NULL THEN NULL ELSE json_object(
        'id', ${capacityLines.id}, 'state', ${capacityLines.state}, 'supply', json(${capacityLines.supply}),
        'confirmedOn', ${capacityLines.confirmedOn}, 'goodUntil', ${capacityLines.goodUntil}) END
    )) AS supply
    FROM ${leaders}
    JOIN ${people} ON ${people.id} = ${leaders.personId}
    JOIN ${schools} ON ${schools.urn} = ${leaders.homeUrn}
    LEFT JOIN ${capacityLines} ON ${capacityLines.areaId} = ${leaders.areaId}
      AND ${capacityLines.personId} = ${leaders.personId} AND ${capacityLines.termId} = ${given.termId}
      AND ${capacityLines.state} <> 'withdrawn'
    LEFT JOIN ${ledgerBalances} ON ${ledgerBalances.lineId} = ${capacityLines.id}
    WHERE ${leaders.areaId} = ${given.areaId}`);
  return written(row?.supply ?? "[]");
};
