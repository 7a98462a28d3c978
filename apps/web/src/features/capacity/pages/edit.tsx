import { useNavigate, useParams } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  createForm,
  Form,
  InsetText,
  Page,
  Radios,
  TextArea,
  type Choice,
} from "../../../ui/index.ts";
import { leaderAddress } from "../addresses.ts";
import { answersFrom, faultsOf, offeringOf, type Answers } from "../answers.ts";
import {
  useCapacityAct,
  useCapacityChoices,
  useEditor,
  type CapacityChoices,
  type Editor,
} from "../data.ts";
import { DaysFields } from "../parts/days-fields.tsx";
import { toDays, toTerm } from "../words.ts";

type Shown = { area: string; editor: Editor; choices: CapacityChoices };
type Answer = Answers["answer"];

const yes = { value: "yes", label: "Yes", hint: "Days that can be offered to schools" } as const;
const maybe = {
  value: "maybe",
  label: "Maybe",
  hint: "Seen in planning, offered to nobody",
} as const;

/** A yes cannot turn into a maybe: it is taken back, or it stands. */
const answerChoices = ({ line }: Editor): readonly Choice<Exclude<Answer, "">>[] => {
  const isPromised = line !== null && line.state !== "indicative";
  const notNow = {
    value: "not-now",
    label: "Not now",
    hint: isPromised ? "Takes the days back" : "Nobody will ask again for this term",
  } as const;
  return isPromised ? [yes, notNow] : [yes, maybe, notNow];
};

const titleOf = ({ isSelf, leader, term }: Editor): string =>
  isSelf
    ? `Your days in the ${lowered(toTerm(term))}`
    : `Days of ${leader.name} in the ${lowered(toTerm(term))}`;

const lowered = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

const submitWords: Readonly<Record<Answer, string>> = {
  "": "Save",
  yes: "Publish these days",
  maybe: "Save as a maybe",
  "not-now": "Say not now",
};

function Tied(props: { editor: Editor }) {
  return (
    <Show when={props.editor.tied > 0}>
      <InsetText>
        {`${toDays(props.editor.tied)} promised to schools already: they cannot be taken back here.`}
      </InsetText>
    </Show>
  );
}

function EditForm(props: Shown) {
  const act = useCapacityAct();
  const navigate = useNavigate();
  const back = () => leaderAddress(props.area, props.editor.leader.personId);
  const named = () => ({
    area: props.area,
    personId: props.editor.leader.personId,
    termId: props.editor.term.id,
    version: props.editor.line?.version ?? 0,
  });
  const send = (values: Answers) => {
    const { answer, reason } = values;
    if (answer === "not-now" || answer === "") {
      return api.capacity.decline.mutate({ ...named(), reason });
    }
    return api.capacity.publish.mutate({ ...named(), answer, offering: offeringOf(values) });
  };
  const form = createForm<Answers>({
    initial: untrack(() =>
      answersFrom(
        props.editor,
        props.choices.zones.map(({ id }) => id),
      ),
    ),
    check: (values) => faultsOf(values, props.editor),
    submit: async (values) => {
      const outcome = await act(() => send(values));
      if (outcome.done) navigate(`${back()}?said=${values.answer}`);
      return outcome;
    },
  });
  const answer = () => form.values().answer;
  return (
    <Page
      title={titleOf(props.editor)}
      caption={props.editor.leader.homeSchool}
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <div class="a-write">
        <Tied editor={props.editor} />
        <Form form={form} submitLabel={submitWords[answer()]}>
          <Radios
            label={
              props.editor.isSelf
                ? "Can you help other schools this term?"
                : "Can they help other schools this term?"
            }
            choices={answerChoices(props.editor)}
            {...form.field("answer")}
          />
          <Show when={answer() === "yes" || answer() === "maybe"}>
            <DaysFields form={form} choices={props.choices} />
          </Show>
          <Show when={answer() === "not-now"}>
            <TextArea
              label="Why not now?"
              hint="A few words for the coordinator"
              rows={3}
              optional={props.editor.line === null}
              {...form.field("reason")}
            />
          </Show>
        </Form>
      </div>
    </Page>
  );
}

/** A term's capacity on one page, filled in with what was said last. */
export function EditCapacity() {
  const slug = useAreaSlug();
  const params = useParams();
  const choices = useCapacityChoices(slug);
  const editor = useEditor(() => ({
    area: slug(),
    personId: params["leader"] ?? "",
    termId: params["term"] ?? "",
  }));
  return (
    <Loaded query={choices} what="Loading the lists">
      {(lists) => (
        <Loaded query={editor} what="Loading the term">
          {(known) => <EditForm area={slug()} editor={known()} choices={lists()} />}
        </Loaded>
      )}
    </Loaded>
  );
}
