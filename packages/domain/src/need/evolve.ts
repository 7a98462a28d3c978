import type { NeedEvent } from "./command.ts";
import type { Need, NeedClosed, NeedOpen, NeedSubmitted } from "./state.ts";

type Submitted = Exclude<Need, { readonly state: "draft" | "on-hold" | "closed" }>;
type Triaged = Exclude<Submitted, NeedSubmitted>;

const isSubmitted = (need: Need): need is Submitted =>
  need.state !== "draft" && need.state !== "on-hold" && need.state !== "closed";
const isTriaged = (need: Need): need is Triaged => isSubmitted(need) && need.state !== "submitted";

const toOpen = ({ id, ask, submittedAt, question, band, bandReason }: Triaged): NeedOpen => ({
  state: "open",
  id,
  ask,
  submittedAt,
  question,
  band,
  bandReason,
});

const reopensAs = (need: Need): NeedSubmitted | NeedOpen | undefined => {
  if (need.state === "on-hold") return reopensAs(need.before);
  if (need.state === "submitted") return need;
  return isTriaged(need) ? toOpen(need) : undefined;
};

const closed = (need: Need, event: Extract<NeedEvent, { type: "closed" }>): Need => {
  const before = reopensAs(need);
  if (before === undefined) return need;
  const { outcome, note, at } = event;
  return {
    state: "closed",
    id: need.id,
    outcome,
    note,
    closedAt: at,
    reopensAs: before,
  } satisfies NeedClosed;
};

const lost = (need: Need): Need => {
  if (need.state === "offered") return toOpen(need);
  return need.state === "on-hold" && need.before.state === "offered"
    ? { ...need, before: toOpen(need.before) }
    : need;
};

/** The need after an event; an event that does not fit its state changes nothing. */
export const evolveNeed = (need: Need, event: NeedEvent): Need => {
  switch (event.type) {
    case "draft-revised":
      return need.state === "draft" ? { ...need, ask: event.ask } : need;
    case "ask-revised":
      return isSubmitted(need) ? { ...need, ask: event.ask } : need;
    case "submitted":
      return need.state === "draft"
        ? { state: "submitted", id: need.id, ask: event.ask, submittedAt: event.at, question: null }
        : need;
    case "questioned":
      return isSubmitted(need)
        ? { ...need, question: { text: event.text, askedAt: event.at } }
        : need;
    case "answered":
      return isSubmitted(need) ? { ...need, question: null } : need;
    case "opened":
      return need.state === "submitted"
        ? { ...need, state: "open", band: event.band, bandReason: event.reason }
        : need;
    case "banded":
      return isTriaged(need) ? { ...need, band: event.band, bandReason: event.reason } : need;
    case "offered":
      return need.state === "open" ? { ...need, state: "offered", offer: event.offer } : need;
    case "offer-lost":
      return lost(need);
    case "agreed":
      return need.state === "offered"
        ? { ...toOpen(need), state: "agreed", deployment: event.deployment }
        : need;
    case "held":
      return need.state === "submitted" || need.state === "open" || need.state === "offered"
        ? { state: "on-hold", id: need.id, reason: event.reason, until: event.until, before: need }
        : need;
    case "resumed":
      return need.state === "on-hold" ? need.before : need;
    case "closed":
      return closed(need, event);
    case "reopened":
      return need.state === "closed" ? need.reopensAs : need;
  }
};
