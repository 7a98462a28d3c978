import { sql } from "drizzle-orm";
import type { Urn } from "@alongside/domain/school";
import type { Write } from "../connection.ts";

/**
 * Gives these schools the trust of their current membership, as the extract of trusts states it. A school that the
 * extract puts in no current trust keeps what its own line says.
 */
export const recordSchoolTrusts = (tx: Write, importId: number, urns: readonly Urn[]) =>
  tx.run(sql`
    UPDATE schools SET trust_code = t.group_uid, trust_name = t.group_name, trust_import_id = ${importId}
    FROM (
      SELECT urn, group_uid, group_name, max(joined)
      FROM trust_memberships
      WHERE current AND group_type IN ('multi-academy-trust', 'single-academy-trust', 'secure-single-academy-trust')
      GROUP BY urn
    ) AS t
    WHERE schools.urn = t.urn
      AND schools.urn IN (SELECT value FROM json_each(${JSON.stringify(urns)}))
      AND (schools.trust_code IS NOT t.group_uid OR schools.trust_name IS NOT t.group_name)`);
