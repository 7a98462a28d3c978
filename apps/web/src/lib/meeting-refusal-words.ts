import type { AssemblyRefusal } from "@alongside/domain/meeting";
import type { Refusal } from "@alongside/domain/refusal";
import { counted } from "../ui/counted.ts";
import { toDateWords } from "./words.ts";

type Kind = Exclude<AssemblyRefusal["kind"], "wrong-state">;
type Of<One extends Kind> = Extract<Refusal, { readonly kind: One }>;

export const meetingsThatMovedOn: Readonly<Record<string, string>> = {
  planned: "the meeting has not been yet",
  held: "the meeting is over",
  approved: "the minutes were approved",
  cancelled: "the meeting was cancelled",
};

/** Sentences of what boards, meetings, packs and actions refuse. */
export const meetingSentences: { readonly [One in Kind]: (refusal: Of<One>) => string } = {
  "seat-dates-wrong": () => "The last day is before the first.",
  "seat-taken": () => "That person has a seat here in those days already.",
  "seat-over": ({ on }) => `That seat ended on ${toDateWords(on)} already.`,
  "office-taken": ({ role }) =>
    `There is a ${role === "chair" ? "chair" : "deputy chair"} in those days already. End that seat first.`,
  "not-quorate": ({ present, needed }) =>
    `${counted(present, "member")} ${present === 1 ? "was" : "were"} there, and ${needed} are needed to decide.`,
  "meeting-to-come": ({ on }) =>
    `The meeting is on ${toDateWords(on)}. Write its minutes on that day or after.`,
  "action-closed": ({ state }) =>
    `That action was ${state === "done" ? "done" : "dropped"} already.`,
  "pack-issued": ({ number }) => `Version ${number} of the pack is out: it stays as it is.`,
  "pack-being-made": () => "Somebody is making the pack of this meeting now. Wait for it.",
  "pack-stopped": () => "Stopped. Nothing was kept.",
  "pack-replaced": ({ number }) =>
    `Version ${number} was made since. Read that one before you issue it.`,
};
