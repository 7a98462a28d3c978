import type { Write } from "@alongside/db";
import type { ImportKind, ImportPreview, ImportSummary } from "@alongside/domain/register-import";
import type { IsoDate, LaCode } from "@alongside/domain/school";

/** A file to bring into the register, and how much of it. */
export type ImportRequest = {
  readonly kind: ImportKind;
  readonly fileName: string;
  /** The bytes as they came, plain or gzip. */
  readonly bytes: Buffer;
  /** The day that the file speaks for. */
  readonly asOf: IsoDate;
  /** The authorities whose lines are taken; all of them when absent. */
  readonly laCodes?: readonly LaCode[] | undefined;
};

/** What a file would do to the register as it stands, and the deed itself for later. */
export type ImportPlan = {
  readonly ok: true;
  readonly summary: ImportSummary;
  readonly preview: ImportPreview;
  readonly apply: (tx: Write, importId: number) => Promise<void>;
};

/** Told how far the reading has come: lines gone through, of lines in all. */
export type Progress = (linesRead: number, lines: number) => void;
