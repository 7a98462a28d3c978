import { accepted, refused, type Result } from "../result/index.ts";
import { isFitWeight } from "../partnership/fit-weight.ts";
import type { RoundAdjustment, RoundCommand, RoundEvent, RoundRefusal } from "./command.ts";
import type { HandMade, Round } from "./state.ts";

type Decision = Result<RoundEvent, RoundRefusal>;
type Command<Type extends RoundCommand["type"]> = Extract<RoundCommand, { readonly type: Type }>;

const wrongState = (round: Round, command: RoundCommand): Decision =>
  refused({ kind: "wrong-state", machine: "round", state: round.state, command: command.type });

const isBlank = (text: string): boolean => text.trim() === "";

const rescope = (round: Round, command: Command<"rescope">): Decision => {
  if (round.state !== "draft" && round.state !== "solved") return wrongState(round, command);
  return command.scope.needs.length === 0
    ? refused({ kind: "no-needs" })
    : accepted({ type: "rescoped", at: command.at, scope: command.scope });
};

type ByHand = Extract<RoundAdjustment, { readonly kind: "pin" | "forbid" }>;

const isOf =
  ({ need, leader }: Pick<HandMade, "need" | "leader">) =>
  (other: HandMade): boolean =>
    other.need === need && other.leader === leader;

const byHand = ({ scope, choices }: Round, change: ByHand): RoundRefusal | undefined => {
  if (!scope.needs.includes(change.need)) return { kind: "not-in-round" };
  if (isBlank(change.reason)) return { kind: "words-needed", field: "reason" };
  const against = change.kind === "pin" ? choices.forbids : choices.pins;
  return against.some(isOf(change)) ? { kind: "pinned-and-forbidden" } : undefined;
};

const faultOf = (round: Round, change: RoundAdjustment): RoundRefusal | undefined => {
  switch (change.kind) {
    case "pin":
    case "forbid":
      return byHand(round, change);
    case "unpin":
      return round.choices.pins.some(({ need }) => need === change.need)
        ? undefined
        : { kind: "not-in-round" };
    case "allow":
      return round.choices.forbids.some(isOf(change)) ? undefined : { kind: "not-in-round" };
    case "weigh":
      return change.weights === null || Object.values(change.weights).every(isFitWeight)
        ? undefined
        : { kind: "weights-wrong" };
  }
};

/** Nothing is decided and nothing solved while an agreement stands, nor in a round that is over. */
const standsStill = ({ state }: Round): boolean =>
  state === "agreed" || state === "closed" || state === "dropped";

/** The coordinator stays in charge: pins, forbids and weights, each with a reason and each to be taken back (Product rules, §4: coordinator). */
const adjust = (round: Round, command: Command<"adjust">): Decision => {
  if (standsStill(round)) return wrongState(round, command);
  const { at, change } = command;
  const fault = faultOf(round, change);
  return fault === undefined ? accepted({ type: "adjusted", at, change }) : refused(fault);
};

/** A round is solved any number of times and each run is kept; after publishing, a run is a repair (Product rules, §2: round). */
const recordRun = (round: Round, command: Command<"record-run">): Decision => {
  if (standsStill(round)) return wrongState(round, command);
  const { at, problemHash, planHash } = command;
  if (round.scope.needs.length === 0) return refused({ kind: "no-needs" });
  if (isBlank(problemHash)) return refused({ kind: "words-needed", field: "problemHash" });
  if (isBlank(planHash)) return refused({ kind: "words-needed", field: "planHash" });
  const run = { number: round.runs.length + 1, problemHash, planHash, solvedAt: at };
  return accepted({ type: "run-recorded", at, run });
};

const propose = (round: Round, command: Command<"propose">): Decision => {
  if (round.state !== "solved") return wrongState(round, command);
  const { at, run, answerBy } = command;
  return round.runs.some(({ number }) => number === run)
    ? accepted({ type: "proposed", at, run, answerBy })
    : refused({ kind: "no-such-run", run, runs: round.runs.length });
};

/** The zone panel agrees to the run that it was shown and to no other (Product rules, §2: round). */
const agree = (round: Round, command: Command<"agree">): Decision => {
  if (round.state !== "solved") return wrongState(round, command);
  const { at, run } = command;
  return round.proposedRun === run
    ? accepted({ type: "agreed", at, run })
    : refused({ kind: "not-proposed", run, proposed: round.proposedRun });
};

/** Everything can be taken back until it is published (Product rules, §4: coordinator). */
const askAgain = (round: Round, command: Command<"ask-again">): Decision => {
  if (round.state !== "solved" && round.state !== "agreed") return wrongState(round, command);
  return isBlank(command.reason)
    ? refused({ kind: "words-needed", field: "reason" })
    : accepted({ type: "asked-again", at: command.at, reason: command.reason });
};

const publish = (round: Round, command: Command<"publish" | "add-offers">): Decision => {
  const isFirst = command.type === "publish";
  if (round.state !== (isFirst ? "agreed" : "published")) return wrongState(round, command);
  const { at, offers } = command;
  return offers.length === 0
    ? refused({ kind: "no-offers" })
    : accepted({ type: isFirst ? "published" : "offers-added", at, offers });
};

/** A round that nobody wants any more leaves the list, with the reason; an agreement has to be taken back first. */
const drop = (round: Round, command: Command<"drop">): Decision => {
  if (round.state !== "draft" && round.state !== "solved") return wrongState(round, command);
  const { at, reason } = command;
  return isBlank(reason)
    ? refused({ kind: "words-needed", field: "reason" })
    : accepted({ type: "dropped", at, reason });
};

/** What a command does to a round, or why it cannot (Product rules, §2: round). */
export const decideRound = (round: Round, command: RoundCommand): Decision => {
  switch (command.type) {
    case "rescope":
      return rescope(round, command);
    case "adjust":
      return adjust(round, command);
    case "record-run":
      return recordRun(round, command);
    case "propose":
      return propose(round, command);
    case "ask-again":
      return askAgain(round, command);
    case "agree":
      return agree(round, command);
    case "publish":
    case "add-offers":
      return publish(round, command);
    case "close":
      return round.state === "published"
        ? accepted({ type: "closed", at: command.at })
        : wrongState(round, command);
    case "drop":
      return drop(round, command);
    case "take-up":
      return round.state === "dropped"
        ? accepted({ type: "taken-up", at: command.at })
        : wrongState(round, command);
  }
};
