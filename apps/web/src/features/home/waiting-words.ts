import { counted } from "../../ui/index.ts";
import type { WaitingNow } from "./data.ts";

type Words = {
  /** What to do, for a link. */
  readonly title: (count: number) => string;
  readonly hint: string;
  /** Where it is done, below the area's address. */
  readonly path: string;
};

/** One entry for every kind: a kind that has none does not compile. */
const words: Readonly<Record<WaitingNow["kind"], Words>> = {
  offers: {
    title: (count) => `Answer ${counted(count, "offer")}`,
    hint: "Its days are held until then",
    path: "/offers",
  },
  signatures: {
    title: (count) => `Sign ${counted(count, "agreement")}`,
    hint: "Its days are held until all three have signed",
    path: "/deployments",
  },
  corrections: {
    title: (count) => `Put ${counted(count, "record")} of a visit right`,
    hint: "The head has said what is not accurate",
    path: "/visits",
  },
  records: {
    title: (count) => `Record ${counted(count, "visit")}`,
    hint: "On a phone it takes five minutes",
    path: "/visits",
  },
  "records-to-judge": {
    title: (count) => `Read ${counted(count, "record")} of a visit`,
    hint: "Say whether it is accurate",
    path: "/visits",
  },
  evaluations: {
    title: (count) => `Say what came of ${counted(count, "piece", "pieces")} of work`,
    hint: "The other side sees it once it has answered too",
    path: "/deployments?state=completing",
  },
  "follow-ups": {
    title: (count) => `Answer ${counted(count, "follow-up")}`,
    hint: "Has the change lasted two terms?",
    path: "/deployments",
  },
  concerns: {
    title: (count) => `Look at ${counted(count, "concern")}`,
    hint: "New, or with a reply that is late",
    path: "/concerns",
  },
  "leader-alerts": {
    title: (count) => `Look at ${counted(count, "alert")} about leaders`,
    hint: "Something has changed around leaders who are promised to schools",
    path: "/leader-alerts",
  },
  questions: {
    title: (count) => `Answer ${counted(count, "question")} about your needs`,
    hint: "Your coordinator waits for it before going on",
    path: "/needs",
  },
  triage: {
    title: (count) => `Look at ${counted(count, "new need")}`,
    hint: "Schools have sent them and wait for your answer",
    path: "/queue?stage=submitted",
  },
  matching: {
    title: (count) => `Find a leader for ${counted(count, "need")}`,
    hint: "Accepted, with no offer out",
    path: "/queue?stage=open",
  },
  days: {
    title: () => "Say how many days you can give this term",
    hint: "Or that you cannot: either answer helps",
    path: "/capacity",
  },
  "leaders-days": {
    title: (count) => `Settle the days of ${counted(count, "leader")} this term`,
    hint: "They have not answered, or their answer has run out",
    path: "/capacity",
  },
  drafts: {
    title: (count) => `Finish ${counted(count, "need")} that somebody began`,
    hint: "Nobody outside your school can see a draft",
    path: "/needs",
  },
  "round-proposals": {
    title: (count) => `Answer to ${counted(count, "plan")} of your zone`,
    hint: "Nothing is sent before the panel agrees",
    path: "/rounds",
  },
  "board-actions": {
    title: (count) => `Do ${counted(count, "action")} of a board`,
    hint: "Or say what came of it",
    path: "/board/actions",
  },
  minutes: {
    title: (count) => `Approve the minutes of ${counted(count, "meeting")}`,
    hint: "You were in the chair",
    path: "/board/bodies",
  },
  reviews: {
    title: (count) => `Review ${counted(count, "school")} this term`,
    hint: "The review of the zone is open",
    path: "/reviews",
  },
  "review-invitations": {
    title: (count) => `Say whether ${counted(count, "school")} could give days`,
    hint: "The zone’s review found strength that others could use",
    path: "/our-review",
  },
  survey: {
    title: () => "Answer the yearly survey",
    hint: "On a phone it takes two minutes",
    path: "/survey",
  },
  invitations: {
    title: (count) => `Send ${counted(count, "invitation")} again, or withdraw`,
    hint: "The link has run out before anybody used it",
    path: "/people/invitations",
  },
};

export const wordsOf = ({ kind }: WaitingNow): Words => words[kind];
