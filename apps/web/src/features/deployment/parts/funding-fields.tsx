import { chargeFor } from "@alongside/domain/code-list";
import { Index, Show } from "solid-js";
import {
  Button,
  ErrorMessage,
  PlainButton,
  Select,
  TextField,
  type Bound,
} from "../../../ui/index.ts";
import { halfDaysOf } from "../../offer/words.ts";
import { rateKey, type FundingAnswer } from "../answers.ts";
import type { AgreementChoices } from "../data.ts";
import { toMoney, toRate } from "../words.ts";

type Rate = { readonly pencePerDay: number; readonly brokerageShare: number };

const rateOf = (key: string): Rate => {
  const [pencePerDay = 0, brokerageShare = 0] = key.split("/").map(Number);
  return { pencePerDay, brokerageShare };
};

/** The card, no charge, and whatever was agreed before the card changed. */
const rateChoices = ({ rates }: AgreementChoices, now: string) => {
  const card = rates.map((rate) => ({
    value: rateKey(rate),
    label: `${rate.label}: ${toRate(rate)}`,
  }));
  const free = { value: "0/0", label: "Free of charge" };
  const isKnown = [...card, free].some(({ value }) => value === now);
  return [
    ...card,
    free,
    ...(isKnown || now === "" ? [] : [{ value: now, label: toRate(rateOf(now)) }]),
  ];
};

type OneProps = {
  choices: AgreementChoices;
  place: number;
  value: FundingAnswer;
  onChange: (value: FundingAnswer) => void;
  onRemove: (() => void) | undefined;
};

function OneLine(props: OneProps) {
  const name = (part: string) => `funding-${props.place + 1}-${part}`;
  const number = () => (props.place === 0 ? "" : ` ${props.place + 1}`);
  const cost = () => {
    const halfDays = halfDaysOf(props.value.days);
    return halfDays === undefined || props.value.rate === ""
      ? undefined
      : chargeFor(halfDays, rateOf(props.value.rate));
  };
  return (
    <div class="a-repeat a-funding">
      <Select
        name={name("source")}
        label={`Who pays${number()}`}
        choices={props.choices.sources.map(({ code, label }) => ({ value: code, label }))}
        value={props.value.source}
        onChange={(source) => props.onChange({ ...props.value, source })}
      />
      <TextField
        name={name("days")}
        label={`Days paid for${number()}`}
        inputMode="decimal"
        width={5}
        value={props.value.days}
        onChange={(days) => props.onChange({ ...props.value, days })}
      />
      <Select
        name={name("rate")}
        label={`Rate${number()}`}
        choices={rateChoices(props.choices, props.value.rate)}
        value={props.value.rate}
        onChange={(rate) => props.onChange({ ...props.value, rate })}
      />
      <p class="govuk-body a-small a-funding__cost">
        <Show when={cost()}>
          {(found) =>
            `${toMoney(found().pence)}, ${toMoney(found().brokeragePence)} of it for brokering`
          }
        </Show>{" "}
        <Show when={props.onRemove}>
          {(remove) => (
            <PlainButton onPress={() => remove()()} about={`line ${props.place + 1}`}>
              Remove
            </PlainButton>
          )}
        </Show>
      </p>
    </div>
  );
}

/** Who pays for how many of the days, at which rate; together they cover all of them. */
export function FundingFields(
  props: Bound<readonly FundingAnswer[]> & { choices: AgreementChoices; days: string },
) {
  const change = (place: number, value: FundingAnswer) =>
    props.onChange(props.value.map((each, at) => (at === place ? value : each)));
  const remove = (place: number) => props.onChange(props.value.filter((_, at) => at !== place));
  const funded = () => props.value.reduce((sum, { days }) => sum + (halfDaysOf(days) ?? 0), 0) / 2;
  const agreed = () => (halfDaysOf(props.days) ?? 0) / 2;
  return (
    <div
      class="govuk-form-group"
      classList={{ "govuk-form-group--error": props.error !== undefined }}
      id={props.name}
      tabindex="-1"
    >
      <Show when={props.error}>
        {(error) => <ErrorMessage id={`${props.name}-error`}>{error()}</ErrorMessage>}
      </Show>
      <Index each={props.value}>
        {(line, place) => (
          <OneLine
            choices={props.choices}
            place={place}
            value={line()}
            onChange={(value) => change(place, value)}
            onRemove={props.value.length > 1 ? () => remove(place) : undefined}
          />
        )}
      </Index>
      <p class="govuk-body" role="status">
        {funded() === agreed()
          ? `All ${agreed()} days are paid for.`
          : `${funded()} of ${agreed()} days are paid for.`}
      </p>
      <Button
        kind="secondary"
        small
        onPress={() => props.onChange([...props.value, { source: "", days: "", rate: "" }])}
      >
        Add a line
      </Button>
    </div>
  );
}
