import { createMemo, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import {
  announce,
  ButtonRow,
  createForm,
  Details,
  Form,
  LinkButton,
  TextArea,
} from "../../../ui/index.ts";
import { useConcernAct, type ConcernPage } from "../data.ts";
import { stageWords } from "../words.ts";

type Acting = { area: string; concern: ConcernPage };

const seenOf = ({ area, concern: { id, version } }: Acting) => ({ area, id, version });

type Saying = Acting & {
  readonly label: string;
  readonly hint: string;
  readonly missing: string;
  readonly submitLabel: string;
  readonly said: string;
  readonly limit: number;
  readonly send: (words: string) => Promise<unknown>;
};

/** One step that is taken by saying something. */
function Say(props: Saying) {
  const act = useConcernAct();
  const form = createForm({
    initial: { words: "" },
    check: ({ words }) => ({ words: words.trim() === "" ? props.missing : undefined }),
    submit: async ({ words }) => {
      const outcome = await act(() => props.send(words));
      if (outcome.done) announce(props.said);
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel={props.submitLabel} label={props.submitLabel}>
      <TextArea
        label={props.label}
        hint={props.hint}
        rows={4}
        limit={props.limit}
        {...form.field("words")}
      />
    </Form>
  );
}

function Handle(props: Acting) {
  return (
    <Say
      {...props}
      label="How was it taken up?"
      hint="Who spoke with whom, and what is to follow"
      missing="Say how it was taken up"
      submitLabel="Taken up"
      said="The concern was taken up"
      limit={2000}
      send={(handling) => api.concern.handle.mutate({ ...seenOf(props), handling })}
    />
  );
}

function Reply(props: Acting) {
  return (
    <Say
      {...props}
      label="What was the reply?"
      hint="Its words, or what it came to"
      missing="Say what the reply was"
      submitLabel="Record the reply"
      said="The reply was recorded"
      limit={5000}
      send={(text) => api.concern.reply.mutate({ ...seenOf(props), text })}
    />
  );
}

function Resolve(props: Acting) {
  return (
    <Say
      {...props}
      label="How did it come to its end?"
      hint="The school’s leaders may go out again"
      missing="Say how it came to its end"
      submitLabel="Resolve the concern"
      said="The concern was resolved"
      limit={2000}
      send={(resolution) => api.concern.resolve.mutate({ ...seenOf(props), resolution })}
    />
  );
}

/** What can be done about a concern now. */
export function Acts(props: Acting) {
  const stage = createMemo(() => props.concern.nextStage);
  return (
    <>
      <Show when={props.concern.may.handle}>
        <h2 class="govuk-heading-m">Take it up</h2>
        <Handle {...props} />
      </Show>
      <Show when={props.concern.may.reply}>
        <Details summary="Record the reply">
          <Reply {...props} />
        </Details>
      </Show>
      <Show when={stage()} keyed>
        {(next) => (
          <ButtonRow>
            <LinkButton
              kind="secondary"
              href={inArea(props.area, `/concerns/${props.concern.id}/letter`)}
            >
              {`Escalate to stage ${next}: ${stageWords[next].toLowerCase()}`}
            </LinkButton>
          </ButtonRow>
        )}
      </Show>
      <Show when={props.concern.may.resolve}>
        <Details summary="Resolve the concern">
          <Resolve {...props} />
        </Details>
      </Show>
    </>
  );
}
