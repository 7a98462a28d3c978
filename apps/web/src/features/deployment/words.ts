import type { DeploymentState, Signatory } from "@alongside/domain/deployment";
import { toPounds } from "@alongside/domain/partnership";
import { toDateWords } from "../../lib/words.ts";
import type { TagColour } from "../../ui/index.ts";
import type { DeploymentLine, DeploymentPage, Terms, Version } from "./data.ts";

export const stateWords: Readonly<Record<DeploymentState, string>> = {
  drafting: "Agreement being written",
  "awaiting-signatures": "Out for signature",
  active: "Active",
  paused: "Paused",
  completing: "Being evaluated",
  evaluated: "Evaluated",
  closed: "Closed",
  "ended-early": "Ended early",
};

export const stateColours: Readonly<Record<DeploymentState, TagColour>> = {
  drafting: "grey",
  "awaiting-signatures": "amber",
  active: "green",
  paused: "plum",
  completing: "teal",
  evaluated: "teal",
  closed: "grey",
  "ended-early": "red",
};

export const signatoryWords: Readonly<Record<Signatory, string>> = {
  "supported-head": "Head of the supported school",
  leader: "Leader",
  "home-school-head": "Head of the home school",
};

export const versionWords: Readonly<Record<Version["state"], string>> = {
  issued: "Out for signature",
  "in-force": "In force",
  past: "Replaced",
  "taken-back": "Taken back",
};

const isOver = ({ state }: Pick<DeploymentPage, "state">): boolean =>
  state === "closed" || state === "ended-early";

type Work = Pick<DeploymentPage, "state">;

/** What a version is now: one that was in force is so no longer once the work is over. */
export const toVersionWords = ({ state }: Version, work: Work): string =>
  state === "in-force" && isOver(work) ? "Was in force" : versionWords[state];

export const versionColour = ({ state }: Version, work: Work): TagColour => {
  if (state !== "in-force") return "amber";
  return isOver(work) ? "grey" : "green";
};

const momentWords: Readonly<Record<string, string>> = {
  "deployment-begun": "All sides said yes: the agreement was drafted",
  "agreement-revised": "The draft was changed",
  "agreement-issued": "Sent out to be signed",
  "agreement-redrafted": "Taken back to be changed",
  "agreement-signed": "Signed",
  "agreement-in-force": "Signed by all three: in force",
  "amendment-issued": "A change was sent out to be signed",
  "amendment-dropped": "A change was taken back",
  "deployment-paused": "Paused",
  "deployment-resumed": "Taken up again",
  "deployment-completed": "Complete",
  "deployment-evaluated": "One side said what came of it",
  "deployment-closed": "Closed",
  "deployment-ended-early": "Ended early",
};

export const toMomentTitle = (kind: string, number: number | null): string => {
  const words = momentWords[kind] ?? "Changed";
  return number === null ? words : `${words} (version ${number})`;
};

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

const listed = (words: readonly string[]): string =>
  words.length < 2
    ? (words[0] ?? "")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;

type Next = DeploymentPage["next"];
export type NextWords = { readonly who: string; readonly what: string };

const signWords = ({ signatories }: Next): NextWords => ({
  who: `The ${listed(signatories.map((signatory) => lowered(signatoryWords[signatory])))}`,
  what: signatories.length === 1 ? "signs" : "sign",
});

const stepWords: Readonly<Record<Exclude<Next["what"], "sign" | "none">, NextWords>> = {
  write: { who: "The coordinator", what: "finishes the agreement and sends it out" },
  "carry-out": { who: "The leader", what: "carries out the visits that were agreed" },
  resume: { who: "The coordinator", what: "takes the work up again, or ends it" },
  evaluate: { who: "Both sides", what: "say what came of it" },
  close: { who: "The coordinator", what: "closes the deployment" },
};

/** Who acts next and what they do; undefined where nobody does. */
export const nextWords = (next: Next): NextWords | undefined => {
  if (next.what === "none") return undefined;
  return next.what === "sign" ? signWords(next) : stepWords[next.what];
};

/** The visits have the time that was agreed, and so has work that pauses, where nothing else has a clock. */
export const untilWords = ({ what }: Pick<Next, "what">, lastDay: string | null) =>
  lastDay !== null && (what === "carry-out" || what === "resume")
    ? `By ${toDateWords(lastDay)}, the last day that was agreed`
    : undefined;

export const lineNextWords = ({ next }: DeploymentLine): string => {
  const words = nextWords(next);
  return words === undefined ? "Nothing more" : `${words.who} ${words.what}`;
};

export const directionWords = { up: "more is better", down: "less is better" } as const;

/** `62%`, `2.4 rubric 1–4`: a figure with the unit of its measure. */
export const toFigure = (value: number, unit: string): string =>
  unit === "%" ? `${value}%` : `${value} ${unit}`;

export const toMoney = (pence: number): string => toPounds(pence).replace(/\.00$/, "");

/** `£450 a day, 15% of it for brokering`, or that nobody pays. */
export const toRate = (line: {
  readonly pencePerDay: number;
  readonly brokerageShare: number;
}): string => {
  if (line.pencePerDay === 0) return "free of charge";
  const share = line.brokerageShare === 0 ? "" : `, ${line.brokerageShare}% of it for brokering`;
  return `${toMoney(line.pencePerDay)} a day${share}`;
};

export const sourceLabel = (
  sources: DeploymentPage["sources"],
  line: Terms["funding"][number],
): string => sources.find(({ code }) => code === line.source)?.label ?? line.source;

export const conflictKindWords: Readonly<
  Record<DeploymentPage["conflicts"][number]["kind"], string>
> = {
  "same-trust": "Both schools are of one trust",
  "same-governors": "Somebody governs both schools",
  "past-employment": "The leader worked at the school",
  "reciprocal-support": "The school supported the leader’s own",
  "coordinators-own-school": "It is the coordinator’s own school",
  declared: "A tie was declared",
};
