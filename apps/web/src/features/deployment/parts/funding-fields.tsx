import { chargeFor } from "@alongside/domain/code-list";
import { Show } from "solid-js";
import {
  counted,
  PlainButton,
  Repeated,
  Select,
  TextField,
  type Bound,
  type RepeatedRow,
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

type OneProps = { choices: AgreementChoices; row: RepeatedRow<FundingAnswer> };

function OneLine(props: OneProps) {
  const name = (part: string) => `funding-${props.row.place + 1}-${part}`;
  const number = () => (props.row.place === 0 ? "" : ` ${props.row.place + 1}`);
  const cost = () => {
    const halfDays = halfDaysOf(props.row.value.days);
    return halfDays === undefined || props.row.value.rate === ""
      ? undefined
      : chargeFor(halfDays, rateOf(props.row.value.rate));
  };
  return (
    <div class="a-repeat a-funding">
      <Select
        name={name("source")}
        label={`Who pays${number()}`}
        choices={props.choices.sources.map(({ code, label }) => ({ value: code, label }))}
        value={props.row.value.source}
        onChange={(source) => props.row.onChange({ ...props.row.value, source })}
      />
      <TextField
        name={name("days")}
        label={`Days paid for${number()}`}
        inputMode="decimal"
        width={5}
        value={props.row.value.days}
        onChange={(days) => props.row.onChange({ ...props.row.value, days })}
      />
      <Select
        name={name("rate")}
        label={`Rate${number()}`}
        choices={rateChoices(props.choices, props.row.value.rate)}
        value={props.row.value.rate}
        onChange={(rate) => props.row.onChange({ ...props.row.value, rate })}
      />
      <p class="govuk-body a-small a-funding__cost">
        <Show when={cost()}>
          {(found) =>
            `${toMoney(found().pence)}, ${toMoney(found().brokeragePence)} of it for brokering`
          }
        </Show>{" "}
        <Show when={props.row.onRemove}>
          {(remove) => (
            <PlainButton onPress={() => remove()()} about={`line ${props.row.place + 1}`}>
              Remove
            </PlainButton>
          )}
        </Show>
      </p>
    </div>
  );
}

const sumWords = (funded: number, agreed: number): string =>
  funded === agreed
    ? `Paid for: all of ${counted(agreed, "day")}.`
    : `Paid for: ${funded} of ${counted(agreed, "day")}.`;

/** Who pays for how many of the days, at which rate; together they cover all of them. */
export function FundingFields(
  props: Bound<readonly FundingAnswer[]> & { choices: AgreementChoices; days: string },
) {
  const funded = () => props.value.reduce((sum, { days }) => sum + (halfDaysOf(days) ?? 0), 0) / 2;
  const agreed = () => (halfDaysOf(props.days) ?? 0) / 2;
  return (
    <Repeated
      {...props}
      empty={{ source: "", days: "", rate: "" }}
      add="Add a line"
      below={
        <p class="govuk-body" role="status">
          {sumWords(funded(), agreed())}
        </p>
      }
    >
      {(row) => <OneLine choices={props.choices} row={row} />}
    </Repeated>
  );
}
