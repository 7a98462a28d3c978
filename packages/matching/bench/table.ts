import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { sizeNames } from "../src/generate/generate.ts";

/*
 * Usage: pnpm bench:matching [--sizes zone,area,esussex,essex,region,country] [--seeds N] [--tight 1.3] [--highs SECONDS] [--budget MS]
 * Without arguments: every size that is held to something, three seeds up to East Sussex and one above, about fifteen minutes.
 */

const option = (name: string, standard: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return (at < 0 ? undefined : process.argv[at + 1]) ?? standard;
};

const sizes = option("sizes", "zone,area,esussex,essex,country")
  .split(",")
  .flatMap((name) => sizeNames.filter((size) => size === name));

const standardSeeds = (size: string): string =>
  ["zone", "area", "esussex"].includes(size) ? "3" : "1";

const columns = [
  "round",
  "greedy by need",
  "deferred acceptance",
  "HiGHS, compact; ms",
  "our engine",
  "gaps in % (bands 1–4, fit)",
  "verifier",
  "ms of processor",
  "ms by the wall",
  "peak MiB",
  "÷ HiGHS",
  "explained, ms",
  "repair ÷ first; schools moved",
  "held",
];

console.log("All times are of the processor, one core, but for the column by the wall.\n");
console.log(`| ${columns.join(" | ")} |`);
console.log(`|${columns.map(() => "---").join("|")}|`);

const rounds = fileURLToPath(new URL("./rounds.ts", import.meta.url));
for (const size of sizes) {
  const seeds = option("seeds", standardSeeds(size));
  const given = [option("tight", "1"), option("highs", "30"), option("budget", "")];
  const { status } = spawnSync(
    process.execPath,
    ["--max-old-space-size=1800", rounds, size, seeds, ...given],
    { stdio: "inherit" },
  );
  if (status !== 0) {
    console.log(`| ${size} did not finish |`);
    process.exitCode = 1;
  }
}
