import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gunzipSync } from "node:zlib";
import { commandLine } from "@alongside/domain/identity";
import type { IsoDate } from "@alongside/domain/school";
import { importFile } from "@alongside/usecases/register";
import { parse } from "csv-parse/sync";
import { openProduct } from "../src/open.ts";
import { writeExtract } from "./extract.ts";

const lines = 22_000;
const rounds = 5;

const usage =
  "pnpm bench:import [FILE]: an extract of schools; without one, an invented extract of 22,000 lines";

const readInput = (file: string | undefined): Buffer => {
  if (file === undefined) return writeExtract(lines);
  const path = resolve(process.env["INIT_CWD"] ?? process.cwd(), file);
  if (!existsSync(path)) throw new Error(`${file} is not there. ${usage}`);
  const bytes = readFileSync(path);
  return path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
};

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/**
 * Milliseconds of processor time: a machine that others use too stretches the clock, not this. Each starts with a clean
 * heap, so that none pays for what another left behind.
 */
const timed = async (work: () => unknown): Promise<number> => {
  collectGarbage();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The floor: csv-parse alone over the same bytes, as a person would call it. */
const parseAlone = (bytes: Buffer): Promise<number> =>
  timed(() => parse(bytes, { encoding: "latin1", relax_column_count: true }));

const changeOneByte = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.from(bytes.at(-1) === 0x0a ? "\n" : "\r\n")]);

type Round = {
  readonly parse: number;
  readonly first: number;
  readonly sameBytes: number;
  readonly sameContent: number;
};

const runRound = async (bytes: Buffer): Promise<Round> => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-bench-"));
  const database = { url: `file:${join(folder, "bench.db")}`, authToken: undefined };
  const product = await openProduct({ database });
  const ctx = product.contextFor(commandLine);
  const asOf = "2026-06-02" as IsoDate;
  const bring = (content: Buffer) =>
    timed(() =>
      importFile(
        ctx,
        { kind: "gias", fileName: "extract.csv", bytes: content, asOf },
        { previewOnly: false, progress: () => undefined },
      ),
    );
  const round = {
    parse: await parseAlone(bytes),
    first: await bring(bytes),
    sameBytes: await bring(bytes),
    sameContent: await bring(changeOneByte(bytes)),
  };
  product.database.close();
  rmSync(folder, { recursive: true });
  return round;
};

/** Megabytes at the most, of the command by itself, as `pnpm alongside import` starts it on an empty database. */
const peakOfCommand = (bytes: Buffer): number => {
  const folder = mkdtempSync(join(tmpdir(), "alongside-bench-"));
  const file = join(folder, "extract.csv");
  writeFileSync(file, bytes);
  const bench = import.meta.dirname;
  const { scripts } = JSON.parse(readFileSync(resolve(bench, "../../../package.json"), "utf8")) as {
    readonly scripts: { readonly alongside: string };
  };
  const [, ...words] = scripts.alongside.split(" ");
  const { stderr } = spawnSync(
    process.execPath,
    ["--import", join(bench, "print-peak.ts"), ...words, "import", "gias", file],
    {
      cwd: resolve(bench, "../../.."),
      env: { ...process.env, DATABASE_URL: `file:${join(folder, "bench.db")}` },
      encoding: "utf8",
    },
  );
  rmSync(folder, { recursive: true });
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
};

const row = (name: string, values: readonly number[], floor: readonly number[]): string => {
  const ratios = values.map((value, index) => value / (floor[index] ?? Number.NaN));
  return `${name.padEnd(42)}${median(values).toFixed(0).padStart(7)} ms${median(ratios).toFixed(2).padStart(8)}`;
};

const bytes = readInput(process.argv[2]);
const measured: Round[] = [];
for (let round = 0; round <= rounds; round += 1) {
  const one = await runRound(bytes);
  if (round > 0) measured.push(one);
}
const floor = measured.map(({ parse }) => parse);
console.log(`${bytes.length} bytes, median of ${rounds} rounds after one that is not counted`);
console.log(`${"".padEnd(42)}${"processor".padStart(10)}${"ratio".padStart(8)}`);
console.log(row("csv-parse alone", floor, floor));
console.log(
  `${row(
    "import into an empty register",
    measured.map(({ first }) => first),
    floor,
  )}  hold 3`,
);
console.log(
  `${row(
    "the same file again",
    measured.map(({ sameBytes }) => sameBytes),
    floor,
  )}  hold 1.5`,
);
console.log(
  `${row(
    "another file that says the same",
    measured.map(({ sameContent }) => sameContent),
    floor,
  )}  no hold`,
);
console.log(`peak memory of the command alone ${peakOfCommand(bytes).toFixed(0)} MB  hold 300`);
