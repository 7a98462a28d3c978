import { existsSync, readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { isGzip } from "../src/reading/bytes.ts";
import { readGias } from "../src/index.ts";

const usage =
  "node packages/register/bench/read.ts FILE [ROUNDS]   FILE: a GIAS extract, .csv or .csv.gz";

/** What csv-parse alone needs with the options that suit it best for these bytes: no column names, no checks. */
const parseAlone = (bytes: Buffer): number => parse(bytes, { encoding: "latin1" }).length - 1;

const readAll = async (bytes: Buffer): Promise<number> => {
  const read = await readGias(bytes);
  if (!read.ok) throw new Error(read.refusal.sentence);
  return read.records.length;
};

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** Starts each turn with a clean heap, so that neither pays for what the other left behind. */
const timed = async (work: () => number | Promise<number>): Promise<[number, number]> => {
  collectGarbage();
  const start = performance.now();
  const count = await work();
  return [performance.now() - start, count];
};

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Turn by turn in one run, because machines are noisy; the median of the rounds' ratios is the figure. */
const run = async (file: string, rounds: number): Promise<void> => {
  const stated = readFileSync(file);
  const bytes = isGzip(stated) ? gunzipSync(stated) : stated;
  const ratios: number[] = [];
  const times: [number, number][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const [alone] = await timed(() => parseAlone(bytes));
    const [ours, records] = await timed(() => readAll(bytes));
    if (round === 0) console.log(`${records} records of ${bytes.length} bytes`);
    else {
      ratios.push(ours / alone);
      times.push([alone, ours]);
    }
  }
  const ms = (values: readonly number[]): string => `${median(values).toFixed(0)} ms`;
  console.log(`csv-parse alone ${ms(times.map(([alone]) => alone))}`);
  console.log(`readGias        ${ms(times.map(([, ours]) => ours))}`);
  console.log(`ratio           ${median(ratios).toFixed(2)} (hold: 1.5)`);
  console.log(`peak memory     ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
};

const [file, rounds = "7"] = process.argv.slice(2);
if (file === undefined || !existsSync(file)) console.log(usage);
else await run(file, Number(rounds));
