import { toDateWords } from "../../../lib/words.ts";
import { SummaryList, type SummaryRow } from "../../../ui/index.ts";
import { toDayWords } from "../../shortlist/words.ts";
import type { OfferPage } from "../data.ts";
import { phaseWords } from "../words.ts";

const row = (term: string, value: string | null | undefined): readonly SummaryRow[] =>
  value === null || value === undefined || value === ""
    ? []
    : [{ term, value: <span class="a-words">{value}</span> }];

const datesOf = ({ earliest, wantedBy }: OfferPage["need"]): string | null =>
  earliest === null || wantedBy === null
    ? null
    : `From ${toDateWords(earliest)}, change wanted by ${toDateWords(wantedBy)}`;

const rowsOf = (offer: OfferPage): readonly SummaryRow[] => {
  const { need, leader, kind } = offer;
  return [
    ...row("School", need.school ?? "Named once the leader has said yes"),
    ...row("Phase", phaseWords(need.phase ?? "")),
    ...row("Zone", need.zones?.join(", ")),
    ...row("Focus", need.focus?.join(", ")),
    ...row("Days", toDayWords(offer.halfDays)),
    ...row("Expertise", [need.primaryArea, ...(need.otherAreas ?? [])].filter(Boolean).join(", ")),
    ...row("Ways of working", need.modes?.join(", ")),
    ...row("Dates", datesOf(need)),
    ...row("Why", need.why),
    ...row("What should be different", need.wantedOutcome),
    ...row("From the coordinator", offer.note),
    ...row("Leader", `${leader.name}, ${kind ?? leader.kind}, ${leader.homeSchool}`),
    ...row("Rule set aside because", offer.overrideReason),
  ];
};

/** The brief of an offer, as far as whoever looks at it may see the need. */
export function Brief(props: { offer: OfferPage }) {
  return <SummaryList rows={rowsOf(props.offer)} />;
}
