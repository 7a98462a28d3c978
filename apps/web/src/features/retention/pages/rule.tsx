import { useParams } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api, submitting } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { createForm, Form, Link, Page, TextField } from "../../../ui/index.ts";
import { useRetention, type Rule } from "../data.ts";
import { KeepingTrail, useKeepingPath, useKept } from "../parts/trail.tsx";
import { kindWords, toTermWords } from "../words.ts";

const boundsOf = ({ least, most }: Rule): string =>
  `Whole months, from ${least} (${toTermWords(least)}) to ${most} (${toTermWords(most)}), counted`;

function RuleForm(props: { rule: Rule }) {
  const slug = useAreaSlug();
  const way = useKeepingPath();
  const finish = useKept();
  const words = () => kindWords[props.rule.kind];
  const monthsOf = (text: string) => Number(text.trim());
  const isWithin = (months: number) =>
    Number.isInteger(months) && months >= props.rule.least && months <= props.rule.most;
  const send = async (months: number) => {
    const { kind, version } = props.rule;
    const saved = await api.retention.change.mutate({ area: slug(), kind, months, version });
    await finish(
      saved.version === version
        ? "Nothing was changed"
        : `${words().what}: now kept ${toTermWords(months)}`,
    );
  };
  const form = createForm({
    initial: untrack(() => ({ months: String(props.rule.months) })),
    check: ({ months }) => ({
      months: isWithin(monthsOf(months))
        ? undefined
        : `Enter whole months from ${props.rule.least} to ${props.rule.most}`,
    }),
    submit: ({ months }) => submitting(() => send(monthsOf(months))),
  });
  return (
    <Page
      title={`How long: ${words().what.toLowerCase()}`}
      before={<KeepingTrail isBelow />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel="Save" also={<Link href={way()}>Cancel</Link>}>
        <TextField
          label="Months"
          hint={`${boundsOf(props.rule)} from ${words().from}. Then ${words().becomes}.`}
          inputMode="numeric"
          width={4}
          suffix="months"
          {...form.field("months")}
        />
      </Form>
    </Page>
  );
}

/** How long one kind of record is kept. Nothing is removed by changing it. */
export function RulePage() {
  const params = useParams();
  const query = useRetention();
  return (
    <Loaded query={query} what="Loading the rule">
      {(known) => (
        <Show
          when={known().rules.find(({ kind }) => kind === params["kind"])}
          fallback={<NotFound />}
        >
          {(rule) => <RuleForm rule={rule()} />}
        </Show>
      )}
    </Loaded>
  );
}
