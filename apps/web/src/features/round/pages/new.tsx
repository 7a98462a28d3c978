import { toTermWords } from "@alongside/domain/calendar";
import { useNavigate } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  Checkboxes,
  createForm,
  Form,
  Page,
  Radios,
  Select,
  TextField,
} from "../../../ui/index.ts";
import { roundAddress, roundsAddress } from "../addresses.ts";
import { useRoundAct, useRoundChoices } from "../data.ts";

type Choices = NonNullable<ReturnType<typeof useRoundChoices>["data"]>;
type Where = "area" | "zones";

const createNewForm = (props: { area: string; choices: Choices }) => {
  const navigate = useNavigate();
  const act = useRoundAct();
  const { terms, zones, mayTakeWholeArea } = untrack(() => props.choices);
  const first: Where = mayTakeWholeArea ? "area" : "zones";
  const own: readonly string[] = mayTakeWholeArea ? [] : zones.map(({ id }) => id);
  const initial = { name: "", termId: terms[0]?.id ?? "", where: first, zones: own };
  return createForm({
    initial,
    check: (answers) => ({
      name: answers.name.trim() === "" ? "Enter a name" : undefined,
      termId: answers.termId === "" ? "Choose a term" : undefined,
      zones:
        answers.where === "zones" && answers.zones.length === 0
          ? "Choose one zone or more"
          : undefined,
    }),
    submit: async ({ name, termId, where, zones: chosen }) => {
      const begun: { id?: string } = {};
      const outcome = await act(async () => {
        const given = { name, termId, zones: where === "area" ? [] : [...chosen] };
        begun.id = (await api.round.create.mutate({ area: props.area, ...given })).id;
      });
      if (outcome.done) navigate(roundAddress(props.area, begun.id ?? "", "/needs-and-days"));
      return outcome;
    },
  });
};

function Whole(props: { area: string; choices: Choices }) {
  const form = createNewForm(props);
  const zones = () => props.choices.zones.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page
      title="Begin a round"
      lead="It starts with every open need of the place and every leader whose days are in date. You choose among them next."
      before={<BackLink href={roundsAddress(props.area)} />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel="Begin">
        <TextField
          label="What do you call it?"
          hint="Such as ‘Harbour, spring’"
          {...form.field("name")}
        />
        <Select
          label="For which term?"
          choices={props.choices.terms.map((term) => ({
            value: term.id,
            label: toTermWords(term),
          }))}
          {...form.field("termId")}
        />
        <Show when={props.choices.mayTakeWholeArea}>
          <Radios
            label="For which schools?"
            choices={[
              { value: "area", label: "The whole area" },
              { value: "zones", label: "Some zones" },
            ]}
            {...form.field("where")}
          />
        </Show>
        <Show when={form.values().where === "zones"}>
          <Checkboxes label="Zones" choices={zones()} sets={[]} {...form.field("zones")} />
        </Show>
      </Form>
    </Page>
  );
}

/** Begins a round for a zone, several, or the area, in a term. */
export function NewRound() {
  const slug = useAreaSlug();
  const choices = useRoundChoices(slug);
  return (
    <Loaded query={choices} what="Loading terms and zones">
      {(known) => <Whole area={slug()} choices={known()} />}
    </Loaded>
  );
}
