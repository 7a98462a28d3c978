import { hasPublishedPanel, inventedPanel, publishedPanel } from "./panel.ts";
import { type Outcome, selections, simulate } from "./simulate.ts";

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** `impact.ts [runs] [selection…]`: so many runs for each school that a row needs, and all selections unless some are named. */
const [given = "1000", ...named] = process.argv.slice(2);
const chosen = selections.filter((each) => named.length === 0 || named.includes(each));
/** A single school's change has the widest spread: the fewer schools, the more runs, or luck would pass for bias. */
const sizes = [
  { supported: 1, runs: 10 * Number(given) },
  { supported: 5, runs: 4 * Number(given) },
  { supported: 20, runs: 2 * Number(given) },
] as const;
const effects = [4, 0] as const;
const holds = { bias: 0.5, coverage: [0.93, 0.97], flagged: 0.06 } as const;

const isHeld = ({ effect, bias, coverage, flagged }: Outcome): boolean =>
  Math.abs(bias) <= holds.bias &&
  coverage >= holds.coverage[0] &&
  coverage <= holds.coverage[1] &&
  (effect !== 0 || flagged <= holds.flagged);

const toLine = (outcome: Outcome): string =>
  [
    outcome.selection.padEnd(13),
    String(outcome.supported).padStart(9),
    String(outcome.effect).padStart(7),
    String(outcome.runs).padStart(6),
    outcome.bias.toFixed(2).padStart(7),
    (outcome.meanError / Math.sqrt(outcome.runs)).toFixed(2).padStart(7),
    `${(100 * outcome.coverage).toFixed(1)} %`.padStart(9),
    `${(100 * outcome.flagged).toFixed(1)} %`.padStart(9),
    `${(100 * outcome.flaggedTrend).toFixed(1)} %`.padStart(11),
    outcome.meanError.toFixed(2).padStart(7),
    isHeld(outcome) ? "  held" : "  NOT HELD",
  ].join("");

const panel = hasPublishedPanel() ? publishedPanel() : inventedPanel(4_000);
say(
  hasPublishedPanel()
    ? `Published key stage 2 results, ${panel.length.toLocaleString("en-GB")} schools`
    : `The published results are not beside the project: invented panel, ${panel.length.toLocaleString("en-GB")} schools`,
);
say("selection    supported effect  runs   bias  ± luck coverage  flagged trend flagged  error");
const outcomes = chosen.flatMap((selection) =>
  sizes.flatMap(({ supported, runs }) =>
    effects.map((effect, place) => {
      const seed = 1_000 * supported + 10 * selections.indexOf(selection) + place;
      const outcome = simulate(panel, { selection, supported, effect }, { runs, seed });
      say(toLine(outcome));
      return outcome;
    }),
  ),
);
process.exitCode = outcomes.every(isHeld) ? 0 : 1;
