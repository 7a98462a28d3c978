import type { TagColour } from "../../ui/index.ts";
import type { MailLine, Preferences } from "./data.ts";

type Way = Preferences["progress"];
type State = MailLine["state"];

export const wayChoices: readonly { readonly value: Way; readonly label: string }[] = [
  { value: "at-once", label: "At once, each by itself" },
  { value: "daily", label: "In one mail in the morning" },
  { value: "never", label: "Not at all" },
];

export const stateWords: Readonly<Record<State, string>> = {
  waiting: "On its way",
  trying: "Not taken yet, tried again",
  failed: "Given up",
  sent: "Sent",
  kept: "Kept for the morning",
  unwanted: "Not wanted by its reader",
};

export const stateColours: Readonly<Record<State, TagColour>> = {
  waiting: "plum",
  trying: "amber",
  failed: "red",
  sent: "green",
  kept: "grey",
  unwanted: "grey",
};
