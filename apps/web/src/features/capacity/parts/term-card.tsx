import { Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { toDateWords } from "../../../lib/words.ts";
import {
  announce,
  Button,
  ButtonRow,
  Card,
  LinkButton,
  SummaryList,
  type SummaryRow,
} from "../../../ui/index.ts";
import { editorAddress, releaseAddress } from "../addresses.ts";
import { useCapacityAct, type CapacityChoices, type Statement, type TermOfDays } from "../data.ts";
import { labelOf, stateOfTerm, toDays, toTerm, toWeekdays } from "../words.ts";
import { SupplyTag } from "./state-tag.tsx";

export type OneTerm = {
  area: string;
  statement: Statement;
  choices: CapacityChoices;
  term: TermOfDays;
  onTrouble: (message: string | undefined) => void;
};

const releaseWords = ({ release }: TermOfDays["supply"]): string =>
  release === null
    ? "The home school has not said"
    : `${toDays(release.halfDays)}, until ${toDateWords(release.until)}`;

/** Where the days are: what is free first, then what is promised. */
const daysWords = ({ days }: TermOfDays): string => {
  const parts: readonly (readonly [string, number])[] = [
    ["held", days.held],
    ["set aside", days.committed],
    ["booked", days.booked],
    ["done", days.delivered],
    ["given up", days.released],
  ];
  const used = parts.flatMap(([word, halfDays]) =>
    halfDays === 0 ? [] : [`${toDays(halfDays)} ${word}`],
  );
  return [`${toDays(days.free)} free of ${toDays(days.published)}`, ...used].join(" · ");
};

const rowsOf = ({ term, choices }: OneTerm): readonly SummaryRow[] => {
  const { supply } = term;
  const labels = (list: string, codes: readonly string[]) =>
    codes.map((code) => labelOf(choices.lists[list], code)).join(", ");
  const codes = supply.areas.map(({ area }) => area);
  return [
    {
      term: "Days",
      value: term.state === "indicative" ? `${toDays(supply.halfDays)}, maybe` : daysWords(term),
    },
    ...(term.goodUntil === null
      ? []
      : [{ term: "Good until", value: toDateWords(term.goodUntil) }]),
    { term: "Released by the home school", value: releaseWords(supply) },
    { term: "Expertise", value: labels("expertise", codes) },
    { term: "Ways of working", value: labels("work-mode", supply.modes) },
    { term: "Days of the week", value: toWeekdays(supply.weekdays) },
  ];
};

function Acts(props: OneTerm & { isOver: boolean }) {
  const act = useCapacityAct();
  const may = () => props.statement.may;
  const personId = () => props.statement.leader.personId;
  const reconfirm = async () => {
    const seen = { area: props.area, id: props.term.id, version: props.term.version };
    const outcome = await act(() => api.capacity.reconfirm.mutate(seen));
    props.onTrouble(outcome.done ? undefined : outcome.message);
    if (outcome.done) announce("Reconfirmed");
  };
  const isSaidToday = () =>
    props.term.state === "firm" && props.term.confirmedOn === props.statement.today;
  return (
    <Show when={!props.isOver && props.term.state !== "withdrawn"}>
      <ButtonRow>
        <Show when={may().publish && !isSaidToday()}>
          <Button onPress={() => void reconfirm()} about={`for the ${toTerm(props.term)}`}>
            {props.term.state === "indicative" ? "Make it a yes" : "These days still stand"}
          </Button>
        </Show>
        <Show when={may().publish}>
          <LinkButton
            kind="secondary"
            href={editorAddress(props.area, personId(), props.term.termId)}
            about={`for the ${toTerm(props.term)}`}
          >
            Change
          </LinkButton>
        </Show>
        <Show when={may().release}>
          <LinkButton
            kind="secondary"
            href={releaseAddress(props.area, personId(), props.term.id)}
            about={`for the ${toTerm(props.term)}`}
          >
            Release days
          </LinkButton>
        </Show>
      </ButtonRow>
    </Show>
  );
}

/** One leader's line of one term, with what can be done about it now. */
export function TermCard(props: OneTerm) {
  const isOver = () => props.term.endsOn < props.statement.today;
  return (
    <Card>
      <h2 class="govuk-heading-m">
        {`${toTerm(props.term)} `}
        <Show when={!isOver()}>
          <SupplyTag state={stateOfTerm(props.term, props.statement.today)} />
        </Show>
      </h2>
      <Show
        when={props.term.state !== "withdrawn"}
        fallback={
          <p class="govuk-body">{`Taken back: ${props.term.withdrawnReason ?? "no reason given"}`}</p>
        }
      >
        <SummaryList rows={rowsOf(props)} />
      </Show>
      <Acts {...props} isOver={isOver()} />
    </Card>
  );
}
