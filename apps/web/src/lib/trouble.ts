import { faultSentence, refusalOf } from "./api.ts";
import { sentenceFor } from "./refusal-words.ts";

/** What to tell a person when the server refused, failed or could not be reached. */
export const sentenceOf = (error: unknown): string => {
  const refusal = refusalOf(error);
  return refusal === undefined ? faultSentence(error) : sentenceFor(refusal);
};
