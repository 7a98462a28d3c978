/** Where a record stands, for the sentence that says what cannot be done with it now. */
export const linesThatMovedOn: Readonly<Record<string, string>> = {
  indicative: "these days are a maybe",
  firm: "these days are promised: say not now to take them back",
  lapsed: "the promise of these days has lapsed: reconfirm it first",
  withdrawn: "these days were taken back",
};

export const offersThatMovedOn: Readonly<Record<string, string>> = {
  proposed: "the offer has not been sent",
  sent: "the leader has not answered the offer yet",
  accepted: "the offer waits for the home school",
  released: "the offer waits for the supported school",
  confirmed: "all sides have said yes to the offer",
  declined: "the offer was declined",
  expired: "the offer ran out",
  withdrawn: "the offer was withdrawn",
};

export const roundsThatMovedOn: Readonly<Record<string, string>> = {
  draft: "the round has not been solved yet",
  solved: "the panel has not agreed to a plan yet",
  agreed: "the panel has agreed to the plan: ask it again before you change anything",
  published: "the offers are out",
  closed: "the round is closed",
  dropped: "the round was dropped: take it up again first",
};

export const deploymentsThatMovedOn: Readonly<Record<string, string>> = {
  drafting: "the agreement is still being written",
  "awaiting-signatures": "the agreement is out for signature",
  active: "the agreement is in force",
  paused: "the work is paused",
  completing: "the work is complete",
  evaluated: "the work has been evaluated",
  closed: "the deployment is closed",
  "ended-early": "the work ended early",
};

export const conflictsThatMovedOn: Readonly<Record<string, string>> = {
  found: "nobody has decided about it yet",
  allowed: "it has been allowed",
  upheld: "it has been refused",
};

export const needsThatMovedOn: Readonly<Record<string, string>> = {
  draft: "is still a draft",
  submitted: "is waiting for the coordinator",
  open: "is open",
  offered: "has an offer out",
  agreed: "has been agreed",
  "on-hold": "is on hold",
  closed: "is closed",
};
