import { accepted, refused, type Result } from "../result/index.ts";
import type { OfferCommand, OfferEvent, OfferRefusal } from "./command.ts";
import { answerDue } from "./deadline.ts";
import { awaitedOf, holdsDays, type Offer } from "./state.ts";

type Decision = Result<OfferEvent, OfferRefusal>;
type Command<Type extends OfferCommand["type"]> = Extract<OfferCommand, { readonly type: Type }>;

const wrongState = (offer: Offer, command: OfferCommand): Decision =>
  refused({ kind: "wrong-state", machine: "offer", state: offer.state, command: command.type });

const isBlank = (text: string): boolean => text.trim() === "";
const isHalfDays = (given: number): boolean => Number.isInteger(given) && given > 0;

const revise = (offer: Offer, command: Command<"revise">): Decision => {
  if (offer.state !== "proposed") return wrongState(offer, command);
  const { at, halfDays, window } = command;
  return isHalfDays(halfDays)
    ? accepted({ type: "revised", at, halfDays, window })
    : refused({ kind: "not-half-days", given: halfDays });
};

const send = (offer: Offer, command: Command<"send">): Decision => {
  if (offer.state !== "proposed") return wrongState(offer, command);
  const { at } = command;
  return isHalfDays(offer.halfDays)
    ? accepted({ type: "sent", at, due: answerDue(at, offer.urgent) })
    : refused({ kind: "not-half-days", given: offer.halfDays });
};

/** Before answering, a leader may ask, and the coordinator answers; the clock runs on (Product rules, §2: offer). */
const talk = (offer: Offer, command: Command<"ask" | "answer">): Decision => {
  if (offer.state !== "sent") return wrongState(offer, command);
  const { at } = command;
  if (at > offer.due) return refused({ kind: "too-late", due: offer.due, at });
  if (command.type === "answer" && offer.question === null)
    return refused({ kind: "no-question-open" });
  if (isBlank(command.text)) return refused({ kind: "words-needed", field: "text" });
  return accepted({ type: command.type === "ask" ? "asked" : "answered", at, text: command.text });
};

/** A leader may say which days there could be instead; the coordinator takes them, or keeps to the offer (Product rules, §2: offer). */
const haggle = (
  offer: Offer,
  command: Command<"propose-days" | "take-days" | "keep-days">,
): Decision => {
  if (offer.state !== "sent") return wrongState(offer, command);
  const { at } = command;
  if (at > offer.due) return refused({ kind: "too-late", due: offer.due, at });
  if (command.type === "propose-days") {
    const { halfDays, window, dates } = command;
    return isHalfDays(halfDays)
      ? accepted({ type: "days-proposed", at, halfDays, window, dates })
      : refused({ kind: "not-half-days", given: halfDays });
  }
  if (offer.otherDays === null) return refused({ kind: "no-other-days" });
  if (command.type === "take-days") return accepted({ type: "days-taken", at, ...offer.otherDays });
  return isBlank(command.text)
    ? refused({ kind: "words-needed", field: "text" })
    : accepted({ type: "days-kept", at, text: command.text });
};

const agreements = {
  accept: { from: "sent", event: "accepted" },
  release: { from: "accepted", event: "released" },
  confirm: { from: "released", event: "confirmed" },
} as const;

/** Three say yes in turn, each in time; the next one's clock starts with the last one's yes (Product rules, §2: offer). */
const agree = (offer: Offer, command: Command<"accept" | "release" | "confirm">): Decision => {
  const { from, event: type } = agreements[command.type];
  if (offer.state !== from) return wrongState(offer, command);
  const { at } = command;
  if (at > offer.due) return refused({ kind: "too-late", due: offer.due, at });
  return type === "confirmed"
    ? accepted({ type, at })
    : accepted({ type, at, due: answerDue(at, offer.urgent) });
};

/** Only the one whose answer is awaited declines, with a code and in words (Product rules, §2: offer). */
const decline = (offer: Offer, command: Command<"decline">): Decision => {
  const awaited = awaitedOf(offer);
  if (awaited === null) return wrongState(offer, command);
  const { at, by, reason, text } = command;
  if (by !== awaited) return refused({ kind: "not-your-answer", awaited, by });
  if (isBlank(reason)) return refused({ kind: "words-needed", field: "reason" });
  if (isBlank(text)) return refused({ kind: "words-needed", field: "text" });
  return accepted({ type: "declined", at, by, reason, text });
};

/** An offer expires after its last instant, never before (Product rules, §2: offer). */
const expire = (offer: Offer, command: Command<"expire">): Decision => {
  if (offer.state !== "sent" && offer.state !== "accepted" && offer.state !== "released")
    return wrongState(offer, command);
  const { at } = command;
  return at <= offer.due
    ? refused({ kind: "not-yet-due", due: offer.due, at })
    : accepted({ type: "expired", at, awaited: awaitedOf(offer) ?? "leader" });
};

/** An offer can be taken back until its agreement is signed, also once all have said yes (Product rules, §2: offer). */
const withdraw = (offer: Offer, command: Command<"withdraw">): Decision => {
  const isLive = offer.state === "proposed" || holdsDays(offer);
  if (!isLive) return wrongState(offer, command);
  return isBlank(command.reason)
    ? refused({ kind: "words-needed", field: "reason" })
    : accepted({ type: "withdrawn", at: command.at, reason: command.reason });
};

/** What a command does to an offer, or why it cannot (Product rules, §2: offer). */
export const decideOffer = (offer: Offer, command: OfferCommand): Decision => {
  switch (command.type) {
    case "revise":
      return revise(offer, command);
    case "send":
      return send(offer, command);
    case "ask":
    case "answer":
      return talk(offer, command);
    case "propose-days":
    case "take-days":
    case "keep-days":
      return haggle(offer, command);
    case "accept":
    case "release":
    case "confirm":
      return agree(offer, command);
    case "decline":
      return decline(offer, command);
    case "expire":
      return expire(offer, command);
    case "withdraw":
      return withdraw(offer, command);
  }
};
