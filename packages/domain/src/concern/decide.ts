import { londonDateOf } from "../calendar/index.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import type { ConcernCommand, ConcernEvent, ConcernRefusal } from "./command.ts";
import { nextStageOf } from "./letter.ts";
import type { Concern } from "./state.ts";

type Decision = Result<ConcernEvent, ConcernRefusal>;
type Command<Type extends ConcernCommand["type"]> = Extract<
  ConcernCommand,
  { readonly type: Type }
>;

const wrongState = (concern: Concern, command: ConcernCommand): Decision =>
  refused({
    kind: "wrong-state",
    machine: "concern",
    state: concern.state,
    command: command.type,
  });

const isBlank = (text: string): boolean => text.trim() === "";

const handle = (concern: Concern, command: Command<"handle">): Decision => {
  if (concern.state !== "raised") return wrongState(concern, command);
  return isBlank(command.handling)
    ? refused({ kind: "words-needed", field: "handling" })
    : accepted({ type: "handled", at: command.at, handling: command.handling });
};

/** The stages are taken one after the other, each with a letter and a day ahead for the reply (Product rules, §2: concern). */
const escalate = (concern: Concern, command: Command<"escalate">): Decision => {
  if (concern.state !== "handled" && concern.state !== "escalated")
    return wrongState(concern, command);
  const { at, stage, reason, letter, replyBy } = command;
  const next = nextStageOf(concern);
  const today = londonDateOf(at);
  if (next === undefined) return refused({ kind: "no-further-stage", given: stage });
  if (stage !== next) return refused({ kind: "stage-out-of-order", given: stage, next });
  if (isBlank(reason)) return refused({ kind: "words-needed", field: "reason" });
  if (isBlank(letter)) return refused({ kind: "words-needed", field: "letter" });
  if (replyBy <= today) return refused({ kind: "reply-by-not-ahead", replyBy, today });
  const escalation = { stage, reason, letter, replyBy, sentAt: at, reply: null };
  return accepted({ type: "escalated", at, escalation });
};

const reply = (concern: Concern, command: Command<"reply">): Decision => {
  if (concern.state !== "escalated") return wrongState(concern, command);
  const earlier = concern.current.reply;
  if (earlier) return refused({ kind: "already-replied", at: earlier.at });
  return isBlank(command.text)
    ? refused({ kind: "words-needed", field: "text" })
    : accepted({ type: "replied", at: command.at, text: command.text });
};

/** A concern is resolved once it was handled, escalated or not, and the record says how (Product rules, §2: concern). */
const resolve = (concern: Concern, command: Command<"resolve">): Decision => {
  if (concern.state !== "handled" && concern.state !== "escalated")
    return wrongState(concern, command);
  return isBlank(command.resolution)
    ? refused({ kind: "words-needed", field: "resolution" })
    : accepted({ type: "resolved", at: command.at, resolution: command.resolution });
};

/** What a command does to a concern, or why it cannot (Product rules, §2: concern). */
export const decideConcern = (concern: Concern, command: ConcernCommand): Decision => {
  switch (command.type) {
    case "handle":
      return handle(concern, command);
    case "escalate":
      return escalate(concern, command);
    case "reply":
      return reply(concern, command);
    case "resolve":
      return resolve(concern, command);
  }
};
