import type { Database } from "@alongside/db";
import { verifyChain } from "@alongside/db/views/audit";
import type { Told, Traffic } from "./traffic.ts";

export type Books = {
  readonly needs: number;
  readonly events: number;
  /** Acknowledged, and not there or not as it was acknowledged. */
  readonly lost: number;
  /** A record that does not agree with its own events, mails or columns. */
  readonly halfWritten: readonly string[];
  /** Effects beyond what was acknowledged. */
  readonly twice: number;
  readonly integrity: string;
  readonly orphans: number;
  readonly chainFault: string | null;
};

const isAsTold = (told: Told, row: { readonly version: number; readonly why: string | null }) =>
  row.version === told.version && (row.why ?? undefined) === told.why;

/**
 * Whether what is stored is what was acknowledged, no less and no more. For a database at rest, with nothing under way: every request was
 * answered in the end, so that the last version acknowledged is the one that must be there.
 */
export const inspectBooks = async (database: Database, traffic: Traffic): Promise<Books> => {
  const { client } = database;
  const one = async (sql: string) => String((await client.execute(sql)).rows[0]?.[0] ?? "");
  const { rows } = await client.execute(`
    SELECT n.id, n.version, n.state, n.need ->> '$.state' AS held, n.need ->> '$.ask.why' AS why,
      (SELECT count(*) FROM events WHERE entity = 'need' AND entity_id = n.id) AS events,
      (SELECT count(DISTINCT template) FROM outbox_mails WHERE content ->> '$.path' LIKE '%/needs/' || n.id) AS letters,
      (SELECT count(*) FROM outbox_mails WHERE content ->> '$.path' LIKE '%/needs/' || n.id) AS mails
    FROM needs n WHERE n.begun_by LIKE 'writer-%'`);
  const halfWritten: string[] = [];
  let lost = 0;
  for (const row of rows) {
    const [id, version, state] = [String(row["id"]), Number(row["version"]), row["state"]];
    const mails = state === "submitted" ? 2 : 0;
    const isWhole =
      state === row["held"] &&
      Number(row["events"]) === version &&
      Number(row["mails"]) === mails &&
      Number(row["letters"]) === mails;
    if (!isWhole) halfWritten.push(`${id} ${JSON.stringify(row)}`);
    const told = traffic.told.get(id);
    const why = typeof row["why"] === "string" ? row["why"] : null;
    if (told !== undefined && !isAsTold(told, { version, why })) lost += 1;
  }
  const there = new Set(rows.map((row) => String(row["id"])));
  for (const id of traffic.told.keys()) if (!there.has(id)) lost += 1;
  const orphans = (await client.execute("PRAGMA foreign_key_check")).rows.length;
  const { events, fault } = await verifyChain(database.read);
  const kept = Number(await one("SELECT count(*) FROM idempotent_replies"));
  return {
    needs: rows.length,
    events,
    lost,
    halfWritten,
    twice: kept - traffic.acknowledged + (rows.length - traffic.told.size),
    integrity: await one("PRAGMA integrity_check"),
    orphans,
    chainFault: fault === null ? null : `${fault.seq} ${fault.reason}`,
  };
};
