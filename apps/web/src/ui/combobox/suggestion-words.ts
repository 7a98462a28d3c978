import { counted } from "../counted.ts";
import type { SuggestionState } from "./create-suggestions.ts";

/** What is looked for, in one and many: 'school', 'schools'. */
export type Noun = readonly [string, string];

/** How the search stands, in words to show and to say; empty when nothing was asked. */
export function suggestionWords(state: SuggestionState<unknown>, noun: Noun): string {
  const [one, many] = noun;
  if (state.kind === "idle") return "";
  if (state.kind === "searching") return "Searching";
  if (state.kind === "failed") return "The search did not work. Try again.";
  const count = state.options.length;
  return count === 0 ? `No ${many} found` : `${counted(count, one, many)} found`;
}

/** The option that an arrow key leads to. Between the last and the first comes -1: the text itself. */
export function nextActive(index: number, by: 1 | -1, count: number): number {
  const places = count + 1;
  return ((index + 1 + by + places) % places) - 1;
}
