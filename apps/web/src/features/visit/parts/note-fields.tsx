import { standings } from "@alongside/domain/visit";
import { createSignal, For, Show, untrack } from "solid-js";
import {
  Button,
  DateTextField,
  Fieldset,
  Radios,
  Select,
  TextArea,
  TextField,
  type FormState,
} from "../../../ui/index.ts";
import type { VisitPage } from "../data.ts";
import type { NoteAnswers } from "../note-draft.ts";
import {
  actionField,
  actionPlaces,
  mostActions,
  said,
  standingField,
  textField,
} from "../note-form.ts";
import { standingWords } from "../words.ts";

type Shown = { form: FormState<NoteAnswers>; visit: VisitPage };

/** A field of a form whose names are not known beforehand: one that was never answered is empty. */
const bound = (form: FormState<NoteAnswers>, name: string) => {
  const field = form.field(name);
  return {
    name,
    get value(): string {
      return field.value ?? "";
    },
    get error() {
      return field.error;
    },
    onChange: field.onChange,
  };
};

const choices = standings.map((value) => ({ value, label: standingWords[value] }));

function Objectives(props: Shown) {
  return (
    <For each={props.visit.objectives}>
      {(objective) => (
        <Fieldset legend={objective.text}>
          <Radios
            {...bound(props.form, standingField(objective.id))}
            label="How does it stand?"
            hint={objective.measure}
            choices={choices}
          />
          <TextArea
            {...bound(props.form, textField(objective.id))}
            label="What shows it? (optional)"
            limit={1000}
          />
        </Fieldset>
      )}
    </For>
  );
}

function Action(props: Shown & { place: number }) {
  const owners = () => props.visit.owners.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Fieldset legend={`Action ${props.place}`} size="s">
      <TextField
        {...bound(props.form, actionField(props.place, "text"))}
        label="What is to be done?"
      />
      <Select
        {...bound(props.form, actionField(props.place, "owner"))}
        label="Who does it?"
        choices={owners()}
      />
      <DateTextField {...bound(props.form, actionField(props.place, "due"))} label="By when?" />
    </Fieldset>
  );
}

const filledIn = (answers: NoteAnswers): number =>
  actionPlaces.findLast((place) => said(answers, actionField(place, "text")) !== "") ?? 0;

function Actions(props: Shown) {
  const [count, setCount] = createSignal(untrack(() => Math.max(1, filledIn(props.form.values()))));
  return (
    <>
      <h2 class="govuk-heading-m">Actions</h2>
      <For each={actionPlaces.slice(0, count())}>
        {(place) => <Action {...props} place={place} />}
      </For>
      <Show when={count() < mostActions}>
        <p>
          <Button kind="secondary" small onPress={() => setCount((now) => now + 1)}>
            Add another action
          </Button>
        </p>
      </Show>
    </>
  );
}

/** The record of a visit on one page: whom, what, how each objective stands, what is to be done, and when next. */
export function NoteFields(props: Shown) {
  return (
    <>
      <TextArea
        {...bound(props.form, "met")}
        label="Whom did you meet?"
        hint="One to a line, by what they do: names are not needed"
        rows={2}
        limit={1000}
      />
      <TextArea {...bound(props.form, "seen")} label="What did you see?" limit={4000} />
      <Objectives {...props} />
      <Actions {...props} />
      <DateTextField
        {...bound(props.form, "nextVisit")}
        label="When is the next visit? (optional)"
      />
    </>
  );
}
