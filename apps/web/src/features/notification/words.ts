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
  delivered: "Delivered",
  undelivered: "Not delivered",
  kept: "Kept for the morning",
  unwanted: "Not wanted by its reader",
};

export const stateColours: Readonly<Record<State, TagColour>> = {
  waiting: "plum",
  trying: "amber",
  failed: "red",
  sent: "teal",
  delivered: "green",
  undelivered: "red",
  kept: "grey",
  unwanted: "grey",
};

/** Why a mail that was sent did not arrive, and what helps; undefined for one of which there is nothing to say. */
export const toDeliveryWords = ({ delivery }: Pick<MailLine, "delivery">): string | undefined => {
  switch (delivery) {
    case "permanent-failure":
      return "There is no such address. Ask the person and put it right";
    case "temporary-failure":
      return "The mailbox was full or did not answer for three days. Send it again";
    case "technical-failure":
      return "A fault on the way. Send it again";
    case "unknown":
      return "Nobody can say whether it arrived";
    default:
      return undefined;
  }
};
