import { and, desc, eq, isNull, sql, type SQL } from "drizzle-orm";
import type { AreaId } from "@alongside/domain/identity";
import type { KeptRecord, RetentionKind } from "@alongside/domain/retention";
import type { IsoDate, Urn } from "@alongside/domain/school";
import type { Read } from "../connection.ts";
import { attachments, events, legalHolds, people, retentionRules } from "../schema/index.ts";
import { erasureKind } from "../stores/event.ts";
import { erasedName } from "../stores/erasure.ts";

export type RuleRow = typeof retentionRules.$inferSelect;
export type HoldRow = typeof legalHolds.$inferSelect;

/** What has been kept for its term: by its key, with whom and which school it is about. */
export type OldRecord = KeptRecord & { readonly key: string };

export const listRules = (read: Read, areaId: AreaId): Promise<readonly RuleRow[]> =>
  read.select().from(retentionRules).where(eq(retentionRules.areaId, areaId));

/** The holds of an area, those that last first, then the newest. */
export const listHolds = (read: Read, areaId: AreaId): Promise<readonly HoldRow[]> =>
  read
    .select()
    .from(legalHolds)
    .where(eq(legalHolds.areaId, areaId))
    .orderBy(sql`${legalHolds.releasedAt} IS NOT NULL`, desc(legalHolds.placedAt));

export const listOpenHolds = (read: Read, areaId: AreaId): Promise<readonly HoldRow[]> =>
  read
    .select()
    .from(legalHolds)
    .where(and(eq(legalHolds.areaId, areaId), isNull(legalHolds.releasedAt)));

type Asked = { readonly areaId: AreaId; readonly before: IsoDate };

const peopleOf = (areaId: AreaId): SQL =>
  sql`SELECT person_id FROM role_grants WHERE area_id = ${areaId}`;

/** Each answers `key`, `urn` and up to two people as `one` and `two`. */
const questions: Readonly<Record<RetentionKind, (asked: Asked) => SQL>> = {
  "sent-mail": ({ areaId, before }) => sql`
    SELECT m.id AS key, NULL AS urn, p.id AS one, NULL AS two FROM outbox_mails m LEFT JOIN people p ON p.email = m.recipient
    WHERE (m.area_id = ${areaId} OR (m.area_id IS NULL AND p.id IN (${peopleOf(areaId)})))
      AND (m.sent_at < ${before} OR (m.sent_at IS NULL AND m.kept_for = 'nobody' AND m.created_at < ${before}))`,
  invitation: ({ areaId, before }) => sql`
    SELECT id AS key, urn, accepted_by AS one, invited_by AS two FROM invitations WHERE area_id = ${areaId}
      AND coalesce(accepted_at, revoked_at, strftime('%Y-%m-%dT%H:%M:%fZ', expires_at / 1000.0, 'unixepoch')) < ${before}`,
  "answer-link": ({ areaId, before }) => sql`
    SELECT token_hash AS key, NULL AS urn, person_id AS one, NULL AS two FROM answer_links WHERE area_id = ${areaId}
      AND coalesce(used_at, expires_at) < ${Date.parse(before)}`,
  "private-words": ({ areaId, before }) => sql`
    SELECT id AS key, urn, begun_by AS one, coordinator_id AS two FROM needs WHERE area_id = ${areaId} AND state = 'closed'
      AND need ->> '$.closedAt' < ${before}
      AND (need ->> '$.reopensAs.ask.sensitiveNote' <> '' OR EXISTS (
        SELECT 1 FROM json_tree(need, '$.reopensAs.ask') WHERE key = 'privateReason' AND value <> ''))
    UNION ALL
    SELECT 'review ' || r.id || ' ' || s.urn AS key, s.urn, s.judged_by AS one, NULL AS two
    FROM review_schools s JOIN reviews r ON r.id = s.review_id
    WHERE r.area_id = ${areaId} AND r.state = 'agreed' AND r.agreed_at < ${before} AND s.note <> ''`,
  "attached-file": ({ areaId, before }) => sql`
    SELECT a.id AS key, n.urn AS urn, a.added_by AS one, NULL AS two FROM attachments a JOIN needs n ON n.id = a.need_id
    WHERE a.area_id = ${areaId} AND a.removed_at IS NULL AND n.state = 'closed' AND n.need ->> '$.closedAt' < ${before}`,
  "visit-note": ({ areaId, before }) => sql`
    SELECT id AS key, urn, person_id AS one, NULL AS two FROM visits WHERE area_id = ${areaId} AND date < ${before}
      AND (visit ->> '$.note.seen' <> '' OR visit ->> '$.before.seen' <> '')`,
  "departed-person": ({ areaId, before }) => sql`
    SELECT p.id AS key, NULL AS urn, p.id AS one, NULL AS two FROM people p
    WHERE p.id IN (${peopleOf(areaId)}) AND p.name <> ${erasedName}
      AND NOT EXISTS (SELECT 1 FROM role_grants g WHERE g.person_id = p.id AND g.ended_at IS NULL)
      AND (SELECT max(g.ended_at) FROM role_grants g WHERE g.person_id = p.id) < ${before}`,
  "event-words": ({ areaId, before }) => sql`
    SELECT e.seq AS key, coalesce(n.urn, d.urn, v.urn, o.urn) AS urn, e.actor AS one,
      CASE WHEN e.entity = 'person' THEN e.entity_id ELSE coalesce(d.person_id, v.person_id, o.person_id) END AS two
    FROM events e LEFT JOIN needs n ON n.id = e.entity_id LEFT JOIN deployments d ON d.id = e.entity_id
      LEFT JOIN visits v ON v.id = e.entity_id LEFT JOIN offers o ON o.id = e.entity_id
    WHERE (e.area_id = ${areaId} OR (e.area_id IS NULL AND e.actor IN (${peopleOf(areaId)})))
      AND e.at < ${before} AND e.payload IS NOT NULL AND e.kind <> ${erasureKind}`,
};

type Found = {
  readonly key: string | number;
  readonly urn: number | null;
  readonly one: string | null;
  readonly two: string | null;
};

/** Guarantee: the column holds URNs alone. */
const toUrn = (urn: number | null): Urn | null => urn as Urn | null;

/** What of a kind, in an area, was over before a day. */
export const listOldRecords = async (
  read: Read,
  kind: RetentionKind,
  asked: Asked,
): Promise<readonly OldRecord[]> => {
  const rows = await read.all<Found>(questions[kind](asked));
  return rows.map(({ key, urn, one, two }) => ({
    key: String(key),
    urn: toUrn(urn),
    people: [one, two].filter((person) => person !== null),
  }));
};

/** Hashes of contents that no file has any more of those that were removed. */
export const listContentsNotKept = async (
  read: Read,
  ids: readonly string[],
): Promise<readonly string[]> => {
  if (ids.length === 0) return [];
  const rows = await read
    .selectDistinct({ hash: attachments.hash })
    .from(attachments)
    .where(
      sql`${attachments.id} IN ${[...ids]} AND NOT EXISTS (SELECT 1 FROM attachments k WHERE k.hash = ${attachments.hash} AND k.removed_at IS NULL)`,
    );
  return rows.map(({ hash }) => hash);
};

export type RetentionAct = {
  readonly at: string;
  readonly by: string | null;
  readonly kind: string;
  readonly payload: string | null;
};

const actKinds = [
  "retention-run",
  "retention-rule-changed",
  "legal-hold-placed",
  "legal-hold-released",
  "person-erased",
];

/** What was done about keeping in an area, the newest first. */
export const listRetentionActs = (
  read: Read,
  areaId: AreaId,
  limit: number,
): Promise<readonly RetentionAct[]> =>
  read
    .select({ at: events.at, by: people.name, kind: events.kind, payload: events.payload })
    .from(events)
    .leftJoin(people, eq(people.id, sql`${events.actor}`))
    .where(and(eq(events.areaId, areaId), sql`${events.kind} IN ${actKinds}`))
    .orderBy(desc(events.seq))
    .limit(limit);
