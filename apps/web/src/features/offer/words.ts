import type { Answerer, OfferState } from "@alongside/domain/offer";
import type { TagColour } from "../../ui/index.ts";

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
  "offer-accepted": "Accepted by the leader",
  "offer-released": "Released by the home school",
  "offer-confirmed": "Confirmed by the supported school",
  "offer-declined": "Declined",
  "offer-expired": "Ran out without an answer",
  "offer-withdrawn": "Withdrawn by the coordinator",
};

export const toMomentTitle = (kind: string): string => momentWords[kind] ?? "Changed";

/** Whole and half days as half-days: `2.5` gives 5; undefined for anything else. */
export const halfDaysOf = (text: string): number | undefined => {
  const halfDays = Number(text.trim().replace(",", ".")) * 2;
  return text.trim() !== "" && Number.isInteger(halfDays) && halfDays > 0 ? halfDays : undefined;
};

/** `primary`, `all through`. */
export const phaseWords = (phase: string): string => phase.replaceAll("-", " ");
