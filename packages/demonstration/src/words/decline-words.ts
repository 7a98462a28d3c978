import type { Answerer } from "@alongside/domain/offer";

type Decline = { readonly reason: string; readonly text: string };

/** Why offers are declined; codes of the leaders' and of the schools' list. */
export const declineWords: Readonly<Record<Answerer, readonly Decline[]>> = {
  leader: [
    { reason: "no-days-left", text: "My last two days went to a school in the next zone." },
    { reason: "not-my-expertise", text: "They need someone who has led this in Key Stage 2." },
    { reason: "own-school-first", text: "We expect an inspection before half-term." },
    { reason: "distance", text: "Forty minutes each way eats up the half-days." },
  ],
  "home-school": [
    {
      reason: "own-school-first",
      text: "Two teachers are away until the spring; I need my leaders here.",
    },
    { reason: "timing", text: "After half-term would be possible, now is not." },
  ],
  "supported-school": [
    {
      reason: "prefers-another",
      text: "We would rather work with someone from a school of our size.",
    },
    { reason: "timing", text: "The new deputy starts in a month; we would like to wait." },
    {
      reason: "does-not-cover-the-need",
      text: "We asked for help with the whole curriculum, not one subject.",
    },
  ],
};
