import type { NeedEvent } from "@alongside/domain/need";

const kinds: Readonly<Record<NeedEvent["type"], string>> = {
  "draft-revised": "need-draft-saved",
  "ask-revised": "need-revised",
  submitted: "need-submitted",
  questioned: "need-questioned",
  answered: "need-answered",
  opened: "need-opened",
  banded: "need-banded",
  offered: "need-offered",
  "offer-lost": "need-offer-lost",
  agreed: "need-agreed",
  held: "need-held",
  resumed: "need-resumed",
  closed: "need-closed",
  reopened: "need-reopened",
};

export type LoggedNeedEvent = {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

/** What the log keeps of an event: never the ask itself, whose notes and reasons only the record holds. */
export const toLogged = (event: NeedEvent): LoggedNeedEvent => {
  const { type, at: _at, ...facts } = event;
  const payload = "ask" in facts ? { answered: Object.keys(facts.ask).toSorted() } : facts;
  return { kind: kinds[type], payload };
};
