import { figureIds, figureWords } from "@alongside/domain/board";
import type {
  ActionState,
  BodyKind,
  Ground,
  MeetingState,
  SeatRole,
} from "@alongside/domain/meeting";
import type { TagColour } from "../../ui/index.ts";

export const kindWords: Readonly<Record<BodyKind, string>> = {
  "improvement-board": "Improvement board",
  "area-group": "Area group",
};

export const seatWords: Readonly<Record<SeatRole, string>> = {
  chair: "Chair",
  deputy: "Deputy chair",
  clerk: "Clerk",
  member: "Member",
};

export const groupWords = {
  "": "All phases",
  primary: "Primary",
  secondary: "Secondary",
  special: "Special and alternative provision",
} as const;

export const meetingWords: Readonly<Record<MeetingState, string>> = {
  planned: "To come",
  held: "Minutes in draft",
  approved: "Minutes approved",
  cancelled: "Cancelled",
};

export const meetingColours: Readonly<Record<MeetingState, TagColour>> = {
  planned: "teal",
  held: "amber",
  approved: "green",
  cancelled: "grey",
};

export const actionWords: Readonly<Record<ActionState, string>> = {
  open: "Open",
  done: "Done",
  dropped: "Dropped",
};

export const actionColours: Readonly<Record<ActionState, TagColour>> = {
  open: "teal",
  done: "green",
  dropped: "grey",
};

/** What a decision rests on, in words. */
export const groundWords = (ground: Ground): string => {
  if (ground.kind === "paper") return ground.title;
  if (ground.kind === "none") return "Neither a figure nor a paper";
  const id = figureIds.find((each) => each === ground.figure);
  return id === undefined ? ground.figure : `Figure: ${figureWords[id].title}`;
};

export const figureChoices = figureIds.map((id) => ({ value: id, label: figureWords[id].title }));
