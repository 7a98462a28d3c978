import { defaultFitWeights, fitWeightLabels, fitWeightNames } from "@alongside/domain/partnership";
import { Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toMomentWords } from "../../../lib/words.ts";
import { Button, createForm, Details, Form, Page, Table } from "../../../ui/index.ts";
import { useWeights } from "../data.ts";
import { Said } from "../parts/said.tsx";
import { checkWeights, toTexts, toWeights, WeightFields } from "../parts/weight-fields.tsx";
import { SetUpTrail, useDone, useMayAdminister } from "../parts/way.tsx";
import { sending } from "../words.ts";

type Shown = NonNullable<ReturnType<typeof useWeights>["data"]>;
function Explanation() {
  return (
    <Details summary="How the weights work">
      <p class="govuk-body">
        For each need, every leader who meets the hard rules gets points. Each weight is the most
        points that one part can give: 0 switches the part off, and 200 counts twice as much as 100.
        What matters is how large they are beside each other.
      </p>
      <p class="govuk-body">
        Weights never bring back a leader whom a rule excludes, and never put a lesser need before a
        greater one. Changes hold for shortlists and rounds from now on; plans that were made keep
        the weights that they were made with.
      </p>
    </Details>
  );
}

function WeightForm(props: { shown: Shown }) {
  const slug = useAreaSlug();
  const finish = useDone();
  const form = createForm({
    initial: untrack(() => toTexts(props.shown.weights)),
    check: checkWeights,
    submit: (texts) =>
      sending(async () => {
        const given = { weights: toWeights(texts), version: props.shown.version };
        const { changed } = await api.weight.set.mutate({ area: slug(), ...given });
        await finish(changed ? "Weights saved" : "Nothing was changed");
        globalThis.scrollTo(0, 0);
      }),
  });
  const reset = () => {
    const texts = toTexts(defaultFitWeights);
    for (const name of fitWeightNames) form.set(name, texts[name]);
  };
  return (
    <Form
      form={form}
      submitLabel="Save weights"
      also={
        <Button kind="secondary" onPress={reset}>
          Reset to defaults
        </Button>
      }
    >
      <WeightFields
        form={form}
        names={fitWeightNames}
        hintOf={(name) => `0 to 1000. As shipped: ${defaultFitWeights[name]}`}
      />
    </Form>
  );
}

function WeightTable(props: { shown: Shown }) {
  return (
    <Table
      caption="Weights"
      captionHidden
      rows={fitWeightNames}
      columns={[
        { key: "part", header: "Part", rowHeader: true, cell: (name) => fitWeightLabels[name] },
        {
          key: "points",
          header: "Most points",
          numeric: true,
          cell: (name) => props.shown.weights[name],
        },
      ]}
    />
  );
}

/** How leaders are ranked for a need: everyone reads it, an administrator sets it. */
export function Weights() {
  const mayAdminister = useMayAdminister();
  const query = useWeights();
  return (
    <Loaded query={query} what="Loading weights">
      {(shown) => (
        <Page
          title="Weights"
          lead="What counts, and how much, when leaders are ranked for a need."
          before={<SetUpTrail />}
        >
          <Said />
          <p class="govuk-body">
            {shown().areDefaults ? "These are the weights as shipped." : "These are your own."}
            <Show when={shown().changed}>
              {(changed) => ` Last set by ${changed().by} on ${toMomentWords(changed().at)}.`}
            </Show>
          </p>
          <Explanation />
          <Show when={mayAdminister()} fallback={<WeightTable shown={shown()} />}>
            <Show when={shown().version} keyed>
              {(_version) => <WeightForm shown={shown()} />}
            </Show>
          </Show>
        </Page>
      )}
    </Loaded>
  );
}
