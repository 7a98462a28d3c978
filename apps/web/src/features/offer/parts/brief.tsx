import { toDateWords } from "../../../lib/words.ts";
import { SummaryList, type SummaryRow } from "../../../ui/index.ts";
import type { OfferPage } from "../data.ts";
import { phaseTitle, toOtherDaysWords } from "../words.ts";

const row = (term: string, value: string | null | undefined): readonly SummaryRow[] =>
  value === null || value === undefined || value === ""
    ? []
    : [{ term, value: <span class="a-words">{value}</span> }];

const datesOf = ({ earliest, wantedBy }: Briefed["need"]): string | null =>
  earliest === null || wantedBy === null
    ? null
    : `From ${toDateWords(earliest)}, change wanted by ${toDateWords(wantedBy)}`;

/** What a brief is made of, on the offer's page and on that of a mailed link. */
export type Briefed = Pick<OfferPage, "halfDays" | "window" | "dates" | "note"> & {
  readonly need: Omit<OfferPage["need"], "id" | "reference">;
  readonly leader: Pick<OfferPage["leader"], "name" | "homeSchool">;
  readonly kind: string;
  readonly overrideReason: string;
};

const rowsOf = (offer: Briefed): readonly SummaryRow[] => {
  const { need, leader, kind } = offer;
  return [
    ...row("School", need.school ?? "Named once the leader says yes"),
    ...row("Phase", phaseTitle(need.phase ?? "")),
    ...row("Zone", need.zones?.join(", ")),
    ...row("Focus", need.focus?.join(", ")),
    ...row("Days", toOtherDaysWords(offer)),
    ...row("Expertise", [need.primaryArea, ...(need.otherAreas ?? [])].filter(Boolean).join(", ")),
    ...row("Ways of working", need.modes?.join(", ")),
    ...row("Dates", datesOf(need)),
    ...row("Why", need.why),
    ...row("What should be different", need.wantedOutcome),
    ...row("From the coordinator", offer.note),
    ...row("Leader", `${leader.name}, ${kind}, ${leader.homeSchool}`),
    ...row("Rule set aside because", offer.overrideReason),
  ];
};

/** The brief of an offer, as far as whoever looks at it may see the need. */
export function Brief(props: { offer: Briefed }) {
  return <SummaryList rows={rowsOf(props.offer)} />;
}
