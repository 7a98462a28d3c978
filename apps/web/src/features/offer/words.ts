import type { Window } from "@alongside/domain/calendar";
import type { Answerer, OfferState, OtherDays } from "@alongside/domain/offer";
import type { TagColour } from "../../ui/index.ts";
import { toDayWords } from "../shortlist/words.ts";

export const stateWords: Readonly<Record<OfferState, string>> = {
  proposed: "Not sent yet",
  sent: "With the leader",
  accepted: "With the home school",
  released: "With the supported school",
  confirmed: "All sides said yes",
  declined: "Declined",
  expired: "Ran out",
  withdrawn: "Withdrawn",
};

export const stateColours: Readonly<Record<OfferState, TagColour>> = {
  proposed: "grey",
  sent: "plum",
  accepted: "amber",
  released: "amber",
  confirmed: "green",
  declined: "red",
  expired: "grey",
  withdrawn: "grey",
};

export const sideWords: Readonly<Record<Answerer, string>> = {
  leader: "The leader",
  "home-school": "The home school",
  "supported-school": "The supported school",
};

const momentWords: Readonly<Record<string, string>> = {
  "offer-proposed": "Prepared",
  "offer-sent": "Sent to the leader",
  "offer-asked": "The leader asked",
  "offer-answered": "The coordinator answered",
  "offer-days-proposed": "The leader proposed other days",
  "offer-days-taken": "The proposed days were taken",
  "offer-days-kept": "The days stayed as they were",
  "offer-reminded": "Reminded by mail",
  "offer-accepted": "Accepted by the leader",
  "offer-released": "Released by the home school",
  "offer-confirmed": "Confirmed by the supported school",
  "offer-declined": "Declined",
  "offer-expired": "Ran out without an answer",
  "offer-withdrawn": "Withdrawn",
};

export const toMomentTitle = (kind: string): string => momentWords[kind] ?? "Changed";

const windowWords: Readonly<Record<Window, string>> = {
  any: "",
  early: "before half-term",
  late: "after half-term",
};

/** `4½ days, before half-term, Tuesdays from 20 April`. */
export const toOtherDaysWords = ({ halfDays, window, dates }: OtherDays): string =>
  [toDayWords(halfDays), windowWords[window], dates].filter(Boolean).join(", ");

const isWindow = (text: string | undefined): text is Window =>
  text !== undefined && text in windowWords;

/** What was said with a moment of the talk, in one line; empty when nothing was. */
export const toSaidWords = (said: Readonly<Record<string, string>>): string => {
  const { text, halfDays, window, dates = "" } = said;
  if (text !== undefined) return text;
  return halfDays === undefined || !isWindow(window)
    ? ""
    : toOtherDaysWords({ halfDays: Number(halfDays), window, dates });
};

/** Whole and half days as half-days: `2.5` gives 5; undefined for anything else. */
export const halfDaysOf = (text: string): number | undefined => {
  const halfDays = Number(text.trim().replace(",", ".")) * 2;
  return text.trim() !== "" && Number.isInteger(halfDays) && halfDays > 0 ? halfDays : undefined;
};

/** `primary`, `all through`. */
export const phaseWords = (phase: string): string => phase.replaceAll("-", " ");

/** The same at the beginning of a line. */
export const phaseTitle = (phase: string): string =>
  phase.slice(0, 1).toUpperCase() + phaseWords(phase.slice(1));
