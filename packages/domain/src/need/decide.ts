import { londonDateOf } from "../calendar/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import { completeAsk } from "./ask.ts";
import type { NeedCommand, NeedEvent, NeedRefusal } from "./command.ts";
import type { Need, NeedOutcome, NeedState } from "./state.ts";

type Decision = Result<NeedEvent, NeedRefusal>;
type Command<Type extends NeedCommand["type"]> = Extract<NeedCommand, { readonly type: Type }>;

const wrongState = (need: Need, command: NeedCommand): Decision =>
  refused({ kind: "wrong-state", machine: "need", state: need.state, command: command.type });

const isBlank = (text: string): boolean => text.trim() === "";

/** A draft may be anything; once it is with the coordinator it must stay whole (Product rules, §2: need). */
const revise = (need: Need, command: Command<"revise">): Decision => {
  const { at, changes } = command;
  if (need.state === "draft")
    return accepted({ type: "draft-revised", at, ask: { ...need.ask, ...changes } });
  if (need.state !== "submitted" && need.state !== "open") return wrongState(need, command);
  const ask = completeAsk({ ...need.ask, ...changes });
  return ask.ok ? accepted({ type: "ask-revised", at, ask: ask.value }) : ask;
};

const submit = (need: Need, command: Command<"submit">): Decision => {
  if (need.state !== "draft") return wrongState(need, command);
  const ask = completeAsk(need.ask);
  return ask.ok ? accepted({ type: "submitted", at: command.at, ask: ask.value }) : ask;
};

/** The coordinator may ask for more before an offer is out; the head answers (Product rules, §2: need). */
const question = (need: Need, command: Command<"question">): Decision => {
  if (need.state !== "submitted" && need.state !== "open") return wrongState(need, command);
  return isBlank(command.text)
    ? refused({ kind: "words-needed", field: "text" })
    : accepted({ type: "questioned", at: command.at, text: command.text });
};

const answer = (need: Need, command: Command<"answer">): Decision => {
  if (need.state !== "submitted" && need.state !== "open") return wrongState(need, command);
  if (need.question === null) return refused({ kind: "no-question-open" });
  return isBlank(command.text)
    ? refused({ kind: "words-needed", field: "text" })
    : accepted({ type: "answered", at: command.at, text: command.text });
};

/** A band always has a reason, the first time and each time that it changes (Product rules, §3: fair order). */
const setBand = (need: Need, command: Command<"open" | "band">): Decision => {
  const fits =
    command.type === "open"
      ? need.state === "submitted"
      : need.state === "open" || need.state === "offered";
  if (!fits) return wrongState(need, command);
  const { at, band, reason } = command;
  if (isBlank(reason)) return refused({ kind: "words-needed", field: "reason" });
  return accepted({ type: command.type === "open" ? "opened" : "banded", at, band, reason });
};

/** A need has one offer out at a time; only that one can be lost, on hold as well, for its clock runs on (Product rules, §2: need). */
const loseOffer = (need: Need, command: Command<"lose-offer">): Decision => {
  if (need.state !== "offered" && need.state !== "on-hold") return wrongState(need, command);
  const shown = need.state === "on-hold" ? need.before : need;
  const out = shown.state === "offered" ? shown.offer : null;
  return out === command.offer
    ? accepted({ type: "offer-lost", at: command.at, offer: command.offer })
    : refused({ kind: "another-offer", out, given: command.offer });
};

/** A need on hold has a reason and a day on which it comes back (Product rules, §2: need). */
const hold = (need: Need, command: Command<"hold">): Decision => {
  if (need.state !== "submitted" && need.state !== "open" && need.state !== "offered")
    return wrongState(need, command);
  const { at, reason, until } = command;
  const today = londonDateOf(at);
  if (isBlank(reason)) return refused({ kind: "words-needed", field: "reason" });
  if (until <= today) return refused({ kind: "hold-not-ahead", until, today });
  return accepted({ type: "held", at, reason, until });
};

const endedEarly = ["unmet", "withdrawn", "duplicate", "escalated"] as const;

/** Support must have been agreed before it can have met a need; before triage none can be unmet (Product rules, §2: need). */
export const possibleOutcomes: Readonly<Record<NeedState, readonly NeedOutcome[]>> = {
  draft: [],
  submitted: ["withdrawn", "duplicate", "escalated"],
  open: endedEarly,
  offered: endedEarly,
  agreed: ["met", "partly-met", "unmet", "withdrawn", "escalated"],
  "on-hold": endedEarly,
  closed: [],
};

const close = (need: Need, command: Command<"close">): Decision => {
  const { at, outcome, note, duplicateOf } = command;
  const possible = possibleOutcomes[need.state];
  if (possible.length === 0) return wrongState(need, command);
  if (!possible.includes(outcome))
    return refused({ kind: "outcome-not-possible", outcome, possible });
  if (isBlank(note)) return refused({ kind: "words-needed", field: "note" });
  const original = outcome === "duplicate" ? (duplicateOf ?? need.id) : null;
  if (original === need.id) return refused({ kind: "duplicate-of-what", need: need.id });
  return accepted({ type: "closed", at, outcome, note, duplicateOf: original });
};

const reopen = (need: Need, command: Command<"reopen">): Decision => {
  if (need.state !== "closed") return wrongState(need, command);
  return isBlank(command.reason)
    ? refused({ kind: "words-needed", field: "reason" })
    : accepted({ type: "reopened", at: command.at, reason: command.reason });
};

/** What a command does to a need, or why it cannot; a transition that is not listed is refused (Product rules, §2: need). */
export const decideNeed = (need: Need, command: NeedCommand): Decision => {
  const { at } = command;
  switch (command.type) {
    case "revise":
      return revise(need, command);
    case "submit":
      return submit(need, command);
    case "question":
      return question(need, command);
    case "answer":
      return answer(need, command);
    case "open":
    case "band":
      return setBand(need, command);
    case "offer":
      return need.state === "open"
        ? accepted({ type: "offered", at, offer: command.offer })
        : wrongState(need, command);
    case "lose-offer":
      return loseOffer(need, command);
    case "agree":
      return need.state === "offered"
        ? accepted({ type: "agreed", at, deployment: command.deployment })
        : wrongState(need, command);
    case "hold":
      return hold(need, command);
    case "resume":
      return need.state === "on-hold"
        ? accepted({ type: "resumed", at })
        : wrongState(need, command);
    case "close":
      return close(need, command);
    case "reopen":
      return reopen(need, command);
  }
};
