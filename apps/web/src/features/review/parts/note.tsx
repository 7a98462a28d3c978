import { createSignal, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { Button, Card, Check, TextArea, type FormState } from "../../../ui/index.ts";
import type { Answers } from "../answers.ts";
import type { ReviewedSchool } from "../data.ts";

type NoteProps = {
  area: string;
  given: ReviewedSchool;
  form: FormState<Answers>;
  /** The note was read, or there is none: what stands in the field is the note. */
  isRead: boolean;
  onRead: () => void;
};

function Written(props: NoteProps) {
  return (
    <>
      <TextArea
        label="Confidential note"
        hint="Not shown in any list. Reading it is recorded with the name of whoever does."
        rows={3}
        limit={2000}
        {...props.form.field("note")}
      />
      <Check
        name="share"
        label="The head may read this note"
        value={props.form.values()["share"] === "yes"}
        onChange={(isShared) => props.form.set("share", isShared ? "yes" : "")}
      />
    </>
  );
}

/** The note in confidence: shown on asking where there is one, because reading it is recorded; kept as it is where nobody asks. */
export function Note(props: NoteProps) {
  const [trouble, setTrouble] = createSignal<string>();
  const read = async () => {
    const { area, given, form } = props;
    const { urn } = given.school;
    try {
      const note = await api.review.readNote.mutate({ area, id: given.id, urn });
      form.set("note", note.text);
      form.set("share", note.isShared ? "yes" : "");
      props.onRead();
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <Show
      when={!props.isRead}
      fallback={
        <Show when={props.given.may.judge}>
          <Written {...props} />
        </Show>
      }
    >
      <Card sand>
        <h3 class="govuk-heading-s">There is a note in confidence</h3>
        <p class="govuk-body">
          Opening it is recorded with your name. It stays as it is unless you do.
        </p>
        <Button kind="secondary" onPress={() => void read()}>
          Read the note
        </Button>
        <Show when={trouble()}>
          {(words) => (
            <p class="govuk-error-message" role="alert">
              {words()}
            </p>
          )}
        </Show>
      </Card>
    </Show>
  );
}
