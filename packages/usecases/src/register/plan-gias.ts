import {
  recordSchoolChanges,
  recordSchoolsAdded,
  type SchoolChange,
} from "@alongside/db/stores/register-import";
import {
  gatherSchools,
  recordSchools,
  recordSchoolsConfirmed,
  statedRecords,
  stateSchools,
  type StatedSchools,
} from "@alongside/db/stores/school";
import {
  fingerprints,
  isNewerThan,
  linksOf,
  schoolsByUrn,
  type Fingerprint,
} from "@alongside/db/views/register-import";
import type { NotTaken } from "@alongside/domain/register-import";
import type { LaCode, SchoolRecord, Urn } from "@alongside/domain/school";
import {
  diff,
  openGias,
  type ChangedSchool,
  type RefusedFile,
  type RegisterDiff,
} from "@alongside/register";
import type { Context } from "../context/index.ts";
import type { ImportPlan, ImportRequest, Progress } from "./plan.ts";
import { toPreview } from "./preview.ts";

type Known = ReadonlyMap<Urn, Fingerprint>;

type Reading = {
  readonly ok: true;
  readonly lines: number;
  readonly missingColumns: readonly string[];
  readonly notTaken: NotTaken[];
  /** The columns that the file has. */
  readonly stated: Set<string>;
  readonly laCodes: Set<LaCode>;
  /** Schools whose line says again what the register last took. */
  readonly same: Set<Urn>;
  readonly others: StatedSchools;
};

/** Reads the file and sets aside, at once, every line that says again what the register last took. */
const read = async (
  known: Known,
  request: ImportRequest,
  progress: Progress,
): Promise<Reading | RefusedFile> => {
  const { laCodes } = request;
  const opened = await openGias(request.bytes, laCodes === undefined ? {} : { laCodes });
  if (!opened.ok) return opened;
  const others = gatherSchools();
  const reading: Omit<Reading, "others"> = {
    ok: true,
    lines: opened.lines,
    missingColumns: opened.missingColumns,
    notTaken: [],
    stated: new Set(),
    laCodes: new Set(),
    same: new Set(),
  };
  let state: ReturnType<typeof stateSchools> | undefined;
  for await (const batch of opened.batches()) {
    reading.notTaken.push(...batch.notTaken);
    for (const record of batch.records) {
      if (state === undefined) for (const key of Object.keys(record)) reading.stated.add(key);
      state ??= stateSchools(reading.stated);
      const stated = state(record);
      reading.laCodes.add(record.laCode);
      if (known.get(record.urn)?.fingerprint === stated.fingerprint) reading.same.add(record.urn);
      else others.add(stated);
    }
    progress(batch.linesRead, opened.lines);
  }
  return { ...reading, others: others.gathered() };
};

/** Open schools of the file's authorities that the file does not name. */
const absentUrns = (known: Known, reading: Reading): readonly Urn[] => {
  const named = new Set(reading.others.urns);
  return [...known.values()]
    .filter(
      ({ urn, laCode, status }) =>
        status !== "closed" &&
        reading.laCodes.has(laCode) &&
        !reading.same.has(urn) &&
        !named.has(urn),
    )
    .map(({ urn }) => urn);
};

/** Whether the register holds schools of the file's authorities; those of others say nothing of these. */
const isHeld = (known: Known, { laCodes }: Reading): boolean =>
  known.values().some(({ laCode }) => laCodes.has(laCode));

const isOpen = ({ status }: SchoolRecord): boolean =>
  status === "open" || status === "proposed-to-close";

/** What the file changes, and the schools that the register gains. */
type Found = { readonly diff: RegisterDiff; readonly added: readonly Urn[] };

const urnsOf = (schools: readonly { readonly urn: Urn }[]): readonly Urn[] =>
  schools.map(({ urn }) => urn);

/** Where the register was empty of the file's authorities nothing opened: it was filled. */
const compare = async (ctx: Context, known: Known, reading: Reading): Promise<Found> => {
  const { others, stated } = reading;
  const before = others.urns.filter((urn) => known.has(urn));
  const previous = await schoolsByUrn(ctx.read, [...before, ...absentUrns(known, reading)]);
  if (before.length === 0 && !isHeld(known, reading))
    return { diff: diff({ previous, next: [] }), added: others.urns };
  const arrived = others.urns.filter((urn) => !known.has(urn));
  const next = statedRecords(stated, others);
  const found = diff({ previous, next, links: await linksOf(ctx.read, arrived) });
  const added = urnsOf(found.added);
  // Lines that say nothing new are not compared, so a file with openings alone leaves nothing before them.
  return previous.length > 0
    ? { diff: found, added }
    : { diff: { ...found, opened: found.added.filter(isOpen) }, added };
};

const kindOf = ({ before, after }: ChangedSchool): SchoolChange["kind"] => {
  if (before.status !== "closed" && after.status === "closed") return "closed";
  return before.status === "closed" && after.status !== "closed" ? "reopened" : "changed";
};

const changesOf = ({ changed }: RegisterDiff): readonly SchoolChange[] =>
  changed.map((change) => ({
    urn: change.after.urn,
    kind: kindOf(change),
    changes: Object.fromEntries(
      change.fields.map(({ field, before, after }) => [field, [before, after] as const]),
    ),
  }));

/** Plans what an extract of schools would do to the register. Reads only; `apply` writes. */
export const planGias = async (
  ctx: Context,
  request: ImportRequest,
  progress: Progress,
): Promise<ImportPlan | RefusedFile> => {
  const known = await fingerprints(ctx.read);
  const reading = await read(known, request, progress);
  if (!reading.ok) return reading;
  const found = await compare(ctx, known, reading);
  const { changed, closed } = found.diff;
  const taken = reading.same.size + reading.others.urns.length;
  return {
    ok: true,
    summary: {
      lines: reading.lines,
      taken,
      added: found.added.length,
      changed: changed.length,
      unchanged: taken - found.added.length - changed.length,
      closed: closed.length,
      notTaken: reading.notTaken,
      missingColumns: reading.missingColumns,
    },
    preview: toPreview(found.diff, await isNewerThan(ctx.read, request.asOf, [...reading.laCodes])),
    apply: async (tx, importId) => {
      const given = { stated: reading.stated, importId };
      await recordSchools(tx, given, reading.others);
      await recordSchoolsConfirmed(tx, given, [...reading.same]);
      await recordSchoolsAdded(tx, importId, found.added);
      await recordSchoolChanges(tx, importId, changesOf(found.diff));
    },
  };
};
