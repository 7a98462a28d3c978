import type { LinkAnswer, OfferLink } from "./data.ts";
import { phaseWords } from "../offer/words.ts";

type Side = OfferLink["side"];

const placeOf = ({ need }: OfferLink): string =>
  need.school ??
  `a ${phaseWords(need.phase ?? "")} school in ${need.zones?.join(", ") || "the area"}`;

/** What the side is asked, as the heading of its page. */
export const askedOf = (page: OfferLink): string => {
  if (page.side === "leader") return `Can you support ${placeOf(page)}?`;
  return page.side === "home-school"
    ? `Can ${page.leader.name} support ${placeOf(page)}?`
    : `${page.leader.name} would support your school`;
};

export const leadOf: Readonly<Record<Side, string>> = {
  leader: "The school is named once you have said yes. Your home school is asked after you.",
  "home-school": "Your leader has said yes. You decide whether they can be spared.",
  "supported-school":
    "The leader has said yes and their own school agrees. You have the last word.",
};

export const yesOf = ({ side, leader }: OfferLink): string => {
  if (side === "leader") return "Accept the offer";
  return side === "home-school" ? `Release ${leader.name}` : "Confirm the support";
};

type Done = { readonly title: string; readonly next: string };

const afterYes: Readonly<Record<Side, Done>> = {
  leader: {
    title: "You accepted the offer",
    next: "Your home school is asked next. We write to you when it has answered.",
  },
  "home-school": {
    title: "You released your leader",
    next: "The school that asked has the last word. We write to you when it has answered.",
  },
  "supported-school": {
    title: "You confirmed the support",
    next: "All sides have said yes. The coordinator now writes the agreement.",
  },
};

const afterOther: Readonly<Record<Exclude<LinkAnswer["act"], "yes">, Done>> = {
  decline: {
    title: "You declined",
    next: "The coordinator has your reason. Nothing more is asked of you.",
  },
  ask: {
    title: "Your question was sent",
    next: "The answer comes by mail, with a new link for your own. Your answer is still awaited by the same day.",
  },
  propose: {
    title: "Your days were proposed",
    next: "The coordinator takes them or keeps to the offer. You get a mail with a new link either way.",
  },
  reconfirm: { title: "Your days still stand", next: "Thank you. Nothing more is asked of you." },
};

/** What was done, and what comes of it. */
export const doneWords = (act: LinkAnswer["act"], side: Side | undefined): Done =>
  act === "yes" ? afterYes[side ?? "leader"] : afterOther[act];

/** Why a link opens nothing any more, in calm words. */
export const closedWords: Readonly<Record<string, string>> = {
  used: "The answer is on record already: yours, or somebody gave it for your side. Nothing more is asked by this mail.",
  expired:
    "The day by which an answer was due is over. The coordinator knows, and finds another way.",
  revoked:
    "Nothing is asked of you by this mail any more: the offer was taken back, a newer mail has taken its place, or the answer is no longer yours to give.",
  unknown: "This link opens nothing. Check that all of it was copied from the mail.",
};
