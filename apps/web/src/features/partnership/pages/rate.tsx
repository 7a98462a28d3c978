import { useParams } from "@solidjs/router";
import { parsePounds, toPounds } from "@alongside/domain/partnership";
import { Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { createForm, Form, Link, Page, TextField, type FieldErrors } from "../../../ui/index.ts";
import { useRates, type Rate } from "../data.ts";
import { SetUpTrail, useDone, useWay } from "../parts/way.tsx";
import { sending } from "../words.ts";

type Values = { label: string; pencePerDay: string; brokerageShare: string };

const blank: Values = { label: "", pencePerDay: "", brokerageShare: "15" };

const valuesOf = (rate: Rate): Values => ({
  label: rate.label,
  pencePerDay: toPounds(rate.pencePerDay),
  brokerageShare: String(rate.brokerageShare),
});

const checkRate = ({ label, pencePerDay, brokerageShare }: Values): FieldErrors => ({
  label: label.trim() === "" ? "Enter a label" : undefined,
  pencePerDay:
    parsePounds(pencePerDay) === undefined
      ? "Enter an amount in pounds, such as £350.00"
      : undefined,
  brokerageShare: /^\s*\d{1,3}\s*%?\s*$/.test(brokerageShare)
    ? undefined
    : "Enter a whole number from 0 to 100",
});

function RateForm(props: { rate: Rate | undefined }) {
  const slug = useAreaSlug();
  const way = useWay();
  const finish = useDone();
  const back = () => way("/set-up/rates");
  const send = async (values: Values) => {
    const given = {
      area: slug(),
      label: values.label,
      pencePerDay: parsePounds(values.pencePerDay) ?? 0,
      brokerageShare: Number.parseInt(values.brokerageShare, 10),
    };
    if (props.rate === undefined) {
      await api.rate.add.mutate(given);
      return finish(`${values.label.trim()} added`, back());
    }
    const { code, version } = props.rate;
    const { changed } = await api.rate.change.mutate({ ...given, code, version });
    return finish(changed ? `${values.label.trim()} saved` : "Nothing was changed", back());
  };
  const form = createForm({
    initial: untrack(() => (props.rate === undefined ? blank : valuesOf(props.rate))),
    check: checkRate,
    submit: (values: Values) =>
      sending(() => send(values), { taken: "The card has this label already, in use or retired" }),
  });
  return (
    <Page
      title={props.rate === undefined ? "Add a rate" : "Change a rate"}
      before={<SetUpTrail crumbs={[{ text: "Rate card", href: back() }]} />}
      error={form.problems().length > 0}
    >
      <Form
        form={form}
        submitLabel={props.rate === undefined ? "Add rate" : "Save rate"}
        also={<Link href={back()}>Cancel</Link>}
      >
        <TextField label="Label" hint="Such as SLE or Diagnostic day" {...form.field("label")} />
        <TextField
          label="Price of a day, in pounds"
          hint="For example, £350.00. A half-day costs half."
          width={10}
          {...form.field("pencePerDay")}
        />
        <TextField
          label="Share for brokering, in per cent"
          hint="The part of the price that pays for finding and agreeing support"
          inputMode="numeric"
          width={4}
          suffix="%"
          {...form.field("brokerageShare")}
        />
      </Form>
    </Page>
  );
}

export function RatePage() {
  const params = useParams();
  const query = useRates();
  const isNew = () => params["rate"] === undefined;
  return (
    <Loaded query={query} what="Loading the rate card">
      {(found) => {
        const rate = () => found().find(({ code }) => code === params["rate"]);
        return (
          <Show when={isNew() || rate() !== undefined} fallback={<NotFound />}>
            <RateForm rate={rate()} />
          </Show>
        );
      }}
    </Loaded>
  );
}
