import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "./source-file.ts";

/** What one command of proof measured: a file of `docs/figures`. */
export type Figures = {
  readonly section: string;
  readonly measuredOn: { readonly date: string; readonly machine: string; readonly commit: string };
  readonly promises: readonly {
    readonly promise: string;
    readonly test: string;
    readonly figure: string;
    readonly hold: string;
    readonly isHeld: boolean;
  }[];
};

const folder = resolve(root, "docs/figures");

/** The figures of every section, in the order of their names; none where nothing was measured yet. */
export const readFigures = (): readonly Figures[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .toSorted()
        .map((name) => JSON.parse(readFileSync(resolve(folder, name), "utf8")) as Figures)
    : [];

const intro = `# What is promised, and what was measured

Made from \`docs/figures\` by \`pnpm docs:security\`; not written by hand. Each promise has its test, and the figure is what the
test measured when it last ran at its full size. A small version of each runs with every \`pnpm test\`.`;

/** `sign-in` becomes `Sign-in`. */
const titleOf = (section: string): string => section.slice(0, 1).toUpperCase() + section.slice(1);

const partOf = ({ section, measuredOn, promises }: Figures): string => {
  const held = promises.filter(({ isHeld }) => isHeld).length;
  const lines = promises.map(
    ({ promise, figure, hold, test, isHeld }) =>
      `- **${promise}.** ${isHeld ? "" : "NOT HELD: "}${figure}. Must hold: ${hold}. By \`${test}\``,
  );
  return [
    `## ${titleOf(section)}`,
    `Measured on ${measuredOn.date.slice(0, 10)}, ${measuredOn.machine}: ${held} of ${promises.length} promises held.`,
    lines.join("\n"),
  ].join("\n\n");
};

/** The page as it must stand in `docs/security.md`. */
export const securityPage = (figures: readonly Figures[]): string =>
  `${[intro, ...figures.map(partOf)].join("\n\n")}\n`;
