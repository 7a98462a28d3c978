import type { RetentionKind } from "@alongside/domain/retention";
import { counted } from "../../ui/index.ts";
import type { Hold } from "./data.ts";

type KindWords = { readonly what: string; readonly from: string; readonly becomes: string };

export const kindWords: Readonly<Record<RetentionKind, KindWords>> = {
  "sent-mail": {
    what: "Mails that went out",
    from: "the day they were sent",
    becomes: "deleted",
  },
  invitation: {
    what: "Invitations",
    from: "the day they were accepted, revoked or ran out",
    becomes: "deleted",
  },
  "answer-link": {
    what: "Links to answer with",
    from: "the day they were used or ran out",
    becomes: "deleted",
  },
  "private-words": {
    what: "Words in confidence with a need",
    from: "the day the need was closed",
    becomes: "emptied",
  },
  "attached-file": {
    what: "Files with a need",
    from: "the day the need was closed",
    becomes: "deleted; that there was a file stays",
  },
  "visit-note": {
    what: "Records of visits",
    from: "the day of the visit",
    becomes: "emptied; the day stays with the ledger",
  },
  "departed-person": {
    what: "People who left",
    from: "the day their last role ended",
    becomes: "erased; what they did stays, by a number",
  },
  "event-words": {
    what: "Words of the log",
    from: "the day they were written",
    becomes: "erased; that it happened stays, and the log still verifies",
  },
};

/** `7 years`, `18 months`. */
export const toTermWords = (months: number): string =>
  months % 12 === 0 ? counted(months / 12, "year") : counted(months, "month");

export const actWords: Readonly<Record<string, string>> = {
  "retention-run": "Removed what had been kept for its term",
  "retention-rule-changed": "Changed how long something is kept",
  "legal-hold-placed": "Placed a hold",
  "legal-hold-released": "Ended a hold",
  "person-erased": "Erased a person",
};

export const holdWords: Readonly<Record<Hold["kind"], string>> = {
  area: "Everything of the area",
  school: "One school",
  person: "One person",
};
