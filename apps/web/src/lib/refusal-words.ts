import type { Refusal, RefusalKind } from "@alongside/domain/refusal";
import {
  conflictsThatMovedOn,
  deploymentsThatMovedOn,
  linesThatMovedOn,
  needsThatMovedOn,
  offersThatMovedOn,
  roundsThatMovedOn,
} from "./moved-on-words.ts";
import { concernSentences, concernsThatMovedOn } from "./concern-refusal-words.ts";
import { meetingSentences, meetingsThatMovedOn } from "./meeting-refusal-words.ts";
import { reviewSentences, reviewsThatMovedOn, surveysThatMovedOn } from "./review-refusal-words.ts";
import { visitSentences, visitsThatMovedOn } from "./visit-refusal-words.ts";
import { counted } from "../ui/counted.ts";
import { toDateWords } from "./words.ts";

type Of<Kind extends RefusalKind> = Extract<Refusal, { readonly kind: Kind }>;
type Sentences = { readonly [Kind in RefusalKind]: (refusal: Of<Kind>) => string };

const passwordSentences: Readonly<Record<Of<"password-refused">["fault"], string>> = {
  "too-short": "Use 12 characters or more: three or four words together are good.",
  "too-long": "Use 128 characters or fewer.",
  "easy-to-guess": "That password is easy to guess. Choose another.",
};

const linkSentences: Readonly<Record<Of<"link-closed">["reason"], string>> = {
  unknown: "This link opens nothing. Check that all of it was copied.",
  expired: "This link has run out. Ask for a new one.",
  used: "This link has been used already. Sign in, or ask for a new one.",
  revoked: "This link was withdrawn. Ask whoever sent it.",
};

const boundarySentences: Readonly<Record<Of<"boundary-wrong">["fault"], string>> = {
  "too-few-points": "A boundary needs three points or more that are not in one line.",
  "too-many-points": "A boundary has 200 points at most.",
  "off-the-grid": "Each point is an easting from 0 to 700000 and a northing from 0 to 1300000.",
  "crosses-itself":
    "The boundary crosses itself. Put the points in the order in which they go round.",
};

const toWaitWords = (seconds: number): string => {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
};

const askWords: Readonly<Record<Of<"ask-incomplete">["missing"][number], string>> = {
  school: "the school",
  framework: "the inspection framework",
  focus: "what it is about",
  why: "why you ask",
  wantedOutcome: "what should be different",
  wantedBy: "by when",
  primaryArea: "the main area of expertise",
  otherAreas: "other areas",
  halfDays: "how many days",
  modes: "how to work together",
  earliest: "the earliest start",
  fundingSource: "who pays",
  urgent: "whether it is urgent",
  sameTrustWelcome: "leaders of your own trust",
  preferred: "leaders you would like",
  avoided: "leaders you would rather not have",
  sensitiveNote: "the private note",
};

const toDayWords = (halfDays: number): string => {
  const days = halfDays / 2;
  return days === 1 ? "1 day" : `${days} days`;
};

const ruleWords: Readonly<Record<Of<"rules-broken">["rules"][number], string>> = {
  designation: "a designation in force",
  current: "days that are confirmed and in date",
  days: "enough days left",
  schools: "room for one more school",
  phase: "the phase of the school",
  expertise: "the main area of expertise",
  distance: "the travel limit",
  "different-school": "another school",
  "different-trust": "another trust",
  "no-conflict": "no conflict of interest",
  "not-excluded": "the head’s consent",
  "not-declined": "no earlier no to this need",
  "home-release": "the home school’s release",
};

const termsWords: Readonly<Record<Of<"terms-incomplete">["missing"][number], string>> = {
  objectives: "objectives",
  halfDays: "how many days",
  from: "the first day",
  to: "the last day",
  pattern: "the pattern of days",
  roles: "roles",
  confidentiality: "confidentiality",
  funding: "who pays",
  exitStrategy: "what happens afterwards",
};

const groundWords: Readonly<Record<Of<"conflict-blocks">["grounds"][number], string>> = {
  "same-trust": "both schools are of one trust",
  "same-governors": "somebody governs both schools",
  "past-employment": "the leader worked at the school",
  "reciprocal-support": "the school supported the leader’s own",
  "coordinators-own-school": "it is the coordinator’s own school",
  declared: "a tie was declared",
};

const placementWords: Readonly<Record<Of<"placement-lost">["because"], string>> = {
  days: "the days are no longer free or no longer confirmed",
  need: "the need is no longer open",
  rule: "a rule no longer holds",
};

/** Where a record stands, by its machine, and what to say of a state without words. */
const movedOn: Readonly<Record<string, readonly [Readonly<Record<string, string>>, string]>> = {
  capacity: [linesThatMovedOn, "the days have moved on"],
  offer: [offersThatMovedOn, "the offer has moved on"],
  round: [roundsThatMovedOn, "the round has moved on"],
  deployment: [deploymentsThatMovedOn, "the work has moved on"],
  conflict: [conflictsThatMovedOn, "it has moved on"],
  visit: [visitsThatMovedOn, "the visit has moved on"],
  concern: [concernsThatMovedOn, "the concern has moved on"],
  meeting: [meetingsThatMovedOn, "the meeting has moved on"],
  review: [reviewsThatMovedOn, "the review has moved on"],
  survey: [surveysThatMovedOn, "the survey has moved on"],
};

const wrongStateWords = ({ machine, state }: Of<"wrong-state">): string => {
  const known = movedOn[machine];
  if (known !== undefined) {
    const [words, otherwise] = known;
    return `That cannot be done now: ${words[state] ?? otherwise}.`;
  }
  if (machine === "shortlist") return "The list was taken back. Ask the coordinator for another.";
  if (machine === "interest") return "It was withdrawn before.";
  if (machine === "menu") return "That cannot be done now: the package has moved on in the menu.";
  return machine === "designation"
    ? "That is not the next step of this designation. Look at where it stands now."
    : `That cannot be done now: the need ${needsThatMovedOn[state] ?? "has moved on"}.`;
};

/** One sentence for every refusal. A kind that has none does not compile. */
const sentences: Sentences = {
  ...visitSentences,
  ...meetingSentences,
  ...concernSentences,
  ...reviewSentences,
  "sign-in-required": () => "You have been signed out. Sign in to go on.",
  "not-found": () => "There is no such page, or it is not one that you can see.",
  "not-allowed": () => "Your role does not allow this.",
  "invalid-input": () => "Something in the form is not right.",
  "changed-since": ({ by, at }) =>
    `${by} changed this on ${toDateWords(at)}, after you opened it. Your text is still here: look at the new version, then save again.`,
  "already-exists": () => "There is one of that name already.",
  "file-not-readable": ({ sentence }) => sentence,
  "import-already-handled": ({ state }) => `This file has been ${state} already.`,
  "preview-out-of-date": () =>
    "The register has changed since this preview was made. Look at the new preview before you confirm.",
  "authority-taken": ({ laCode }) => `Local authority ${laCode} already belongs to an area.`,
  "authority-in-use": ({ laCode, schools }) =>
    `${schools === 1 ? "1 school" : `${schools} schools`} of local authority ${laCode} ${schools === 1 ? "is" : "are"} in a zone. Take ${schools === 1 ? "it" : "them"} out of the zones first.`,
  "term-dates-wrong": () => "Some of the dates cannot stand beside each other.",
  "school-not-in-area": ({ urn }) => `School ${urn} is not in this area.`,
  "phase-not-served": ({ urn, zone }) => `${zone} does not serve the phase of school ${urn}.`,
  "zone-closed": ({ zone }) => `${zone} is closed.`,
  "placed-before-last": ({ urn, zone, since }) =>
    `The place of school ${urn} in ${zone} last changed on ${toDateWords(since)}: choose that day or a later one.`,
  "boundary-wrong": ({ fault }) => boundarySentences[fault],
  "list-fixed": () =>
    "Brokering rounds count on the entries of this list. Their words can be changed; entries cannot be added or retired.",
  "organisation-in-use": ({ leaders, administrators }) =>
    `${counted(leaders, "leader")} and ${counted(administrators, "administrator")} are in it still. Place the leaders elsewhere and end the roles first.`,
  "last-entry": () => "A list needs one entry that can be chosen: add or restore another first.",
  "wrong-state": wrongStateWords,
  "ask-incomplete": ({ missing }) =>
    `Some questions have no answer yet: ${missing.map((field) => askWords[field]).join(", ")}.`,
  "too-many-areas": ({ most }) => `Choose up to ${most} other areas.`,
  "area-repeated": () => "The same area is chosen twice. Choose each area once.",
  "not-half-days": () => "Enter whole or half days, half a day or more.",
  "wanted-before-start": ({ earliest, wantedBy }) =>
    `The change is wanted by ${toDateWords(wantedBy)}, before the earliest start on ${toDateWords(earliest)}. Change one of the two.`,
  "words-needed": () => "Say it in words: they are kept with the decision.",
  "no-question-open": () => "There is no question to answer.",
  "another-offer": () => "Another offer is out for this need.",
  "hold-not-ahead": () => "Choose a day after today.",
  "outcome-not-possible": () => "The need cannot have that outcome where it stands.",
  "duplicate-of-what": () => "Choose the other need that this one repeats.",
  "half-beyond-term": ({ halfDays }) =>
    `Neither half of the term can take more than the ${toDayWords(halfDays)} of all of it.`,
  "beyond-release": ({ released, until }) =>
    released === 0
      ? `The home school released days until ${toDateWords(until)}, and that day has passed. Ask its head to renew the release.`
      : `The home school has released ${toDayWords(released)}, until ${toDateWords(until)}. Offer no more than that, or ask its head to release more.`,
  "days-tied": ({ tied }) =>
    `${toDayWords(tied)} ${tied === 2 ? "is" : "are"} promised to schools already and cannot be taken back here. Settle the offers and agreements first.`,
  "good-until-passed": () => "That term is over: choose one that is not.",
  "beyond-term": ({ endsOn }) =>
    `The term ends on ${toDateWords(endsOn)}: choose that day or an earlier one.`,
  "still-good": ({ goodUntil }) => `These days are good until ${toDateWords(goodUntil)}.`,
  "not-enough-days": ({ wanted, left }) =>
    `That needs ${toDayWords(wanted)}, and ${left === 0 ? "none are" : left === 2 ? "1 day is" : `${toDayWords(left)} are`} left.`,
  "window-full": ({ window, wanted, left }) =>
    `That needs ${toDayWords(wanted)} in the ${window === "early" ? "first" : "second"} half of the term, which has ${left === 0 ? "none" : toDayWords(left)} left.`,
  "already-held": () => "That offer holds its days already.",
  "not-held": () => "That offer holds no days any more: its time ran out, or it was answered.",
  "already-committed": () => "The days of that agreement are set aside already.",
  "not-committed": () => "No days are set aside for that agreement.",
  "already-booked": () => "The days of that visit are booked already.",
  "not-booked": () => "No days are booked for that visit.",
  "capacity-not-current": ({ goodUntil }) =>
    goodUntil === null
      ? "These days are not promised: ask the leader to confirm them first."
      : `These days were good until ${toDateWords(goodUntil)}: ask the leader to reconfirm them first.`,
  "too-late": ({ due }) => `The answer was due on ${toDateWords(due)}: that day is over.`,
  "not-yet-due": ({ due }) => `The answer may still come until ${toDateWords(due)}.`,
  "not-your-answer": () => "Another side’s answer is awaited now.",
  "mail-under-way": () =>
    "This mail has gone out, is on its way, or its reader wants no mails of its kind by themselves.",
  "no-other-days": () => "No other days were proposed.",
  "file-kind-wrong": ({ found }) =>
    found === null
      ? "The file must be a Word, Excel, OpenDocument, PDF, PNG, JPEG, text or CSV file."
      : `The file is of another kind than its name says: it is ${found.toUpperCase()}.`,
  "file-too-large": () => "The file must be 5 MB or smaller.",
  "file-empty": () => "The file is empty.",
  "file-not-safe": () =>
    "The file holds a program, or unpacks to far more than it is. Save it as PDF and try again.",
  "too-many-files": ({ most }) => `A need can have ${most} files. Remove one first.`,
  "file-lost": () => "The file cannot be found. Tell the partnership’s administrator.",
  "nothing-ranked": () =>
    "Put at least one leader in a place, or say whom you would rather not have.",
  "place-repeated": ({ place }) => `Place ${place} is given twice. Give each place once.`,
  "list-length": () => "Choose from 2 to 6 leaders.",
  "rules-broken": ({ rules, isOverridable }) =>
    `The leader does not pass: ${rules.map((rule) => ruleWords[rule]).join(", ")}. ${isOverridable ? "Give a reason to set this aside." : "That cannot be set aside."}`,
  "terms-incomplete": ({ missing }) =>
    `The agreement lacks: ${missing.map((field) => termsWords[field]).join(", ")}.`,
  "dates-out-of-order": ({ from, to }) =>
    `The last day, ${toDateWords(to)}, is before the first, ${toDateWords(from)}.`,
  "funding-does-not-add-up": ({ funded, agreed }) =>
    `Funding covers ${toDayWords(funded)}, and the agreement is about ${toDayWords(agreed)}. Make the two equal.`,
  "target-not-better": ({ objective }) =>
    `The target of objective ${objective + 1} is worse than its baseline.`,
  "another-version": ({ number }) =>
    `Version ${number} is out now, and it is not the one that you read. Read it, then sign.`,
  "already-signed": ({ at }) => `That side signed this version on ${toDateWords(at)}.`,
  "nothing-to-sign": () => "No version is waiting for a signature.",
  "amendment-open": ({ number }) =>
    `Version ${number} is being signed. Wait for the signatures, or take it back first.`,
  "no-amendment": () => "No change is being signed.",
  "already-evaluated": ({ at }) => `Your side gave its evaluation on ${toDateWords(at)}.`,
  "not-your-name": ({ name }) => `Type your own name to sign: ${name}.`,
  "conflict-blocks": ({ grounds }) =>
    `A conflict of interest stands in the way${grounds.length === 0 ? "" : `: ${grounds.map((ground) => groundWords[ground]).join("; ")}`}. Somebody who has no part in it decides first.`,
  "own-conflict": () => "You have a part in this conflict yourself: somebody else decides.",
  "no-needs": () => "Choose one need or more.",
  "not-in-round": () => "That is not in this round any more.",
  "pinned-and-forbidden": () =>
    "You have decided the opposite for this leader and this need. Take that back first.",
  "weights-wrong": () => "Enter whole points from 0 to 1000.",
  "no-such-run": () => "There is no such run in this round.",
  "not-proposed": () => "That is not the run that the panel was asked about.",
  "no-offers": () => "There is nothing to send.",
  "placement-lost": ({ leader, school, because }) =>
    `Nothing was sent: ${leader} cannot be offered to ${school} any more, because ${placementWords[because]}. Solve again, then look at what changed.`,
  "solving-already": () => "This round is being solved already.",
  "run-out-of-date": ({ run }) =>
    `The needs or the days have changed since run ${run}. Solve again first.`,
  "retention-term-wrong": ({ least, most }) => `Enter whole months from ${least} to ${most}.`,
  "on-legal-hold": () => "It is kept for a claim, an inquiry or a complaint: end the hold first.",
  "still-has-a-part": () => "They still play a part. Deactivate the account first.",
  "sign-in-refused": () => "That e-mail address and password do not go together.",
  "too-many-attempts": ({ retryAfterSeconds }) =>
    `Too many attempts. Wait ${toWaitWords(retryAfterSeconds)}, then try again.`,
  "password-refused": ({ fault }) => passwordSentences[fault],
  "second-factor-refused": () => "That code is not right, or was used already. Enter a new one.",
  "second-factor-needed": () => "Your role needs a second step at sign-in.",
  "second-factor-stale": () => "For your security, enter a code from your app again.",
  "link-closed": ({ reason }) => linkSentences[reason],
  "sign-in-as-invited": () =>
    "This invitation is for another account. Sign out, then open the link again.",
  "role-not-yours-to-give": () => "You cannot give a role that you do not hold yourself.",
  "last-administrator": () =>
    "Somebody must be left who can administer: give the role to another first.",
  "external-sign-in-refused": () => "The sign-in at the other service did not succeed. Try again.",
  "external-account-unknown": () =>
    "That account is not linked to anyone here. Open your invitation, or sign in and link it first.",
  "external-account-taken": () => "That account is already linked to somebody else.",
};

/**
 * The sentence for a refusal. The map holds one function per kind, each typed for its own kind; the lookup
 * by `refusal.kind` gives the one that fits, which the compiler cannot follow.
 */
export const sentenceFor = (refusal: Refusal): string =>
  (sentences[refusal.kind] as (refusal: Refusal) => string)(refusal);
