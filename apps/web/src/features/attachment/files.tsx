import { For, Show } from "solid-js";
import { toDateWords } from "../../lib/words.ts";
import { announce, createForm, Details, FileField, Form, Link, TextField } from "../../ui/index.ts";
import { fileAddress, useFileAct, useFiles, type AttachedFile, type Files } from "./data.ts";

type OfNeed = { area: string; needId: string };

const accepted = ".docx,.xlsx,.odt,.pdf,.png,.jpg,.jpeg,.txt,.csv";
const largest = 5 * 1024 * 1024;

/** `12 kB`, `1.4 MB`. */
const toSizeWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;

function RemoveForm(props: OfNeed & { file: AttachedFile }) {
  const act = useFileAct();
  const form = createForm({
    initial: { reason: "" },
    check: ({ reason }) => ({ reason: reason.trim() === "" ? "Enter a reason" : undefined }),
    submit: async ({ reason }) => {
      const { area, needId, file } = props;
      const outcome = await act.remove({ area, needId }, { id: file.id, reason });
      if (outcome.done) announce(`${file.name} removed`);
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel="Remove it" label={`Remove ${props.file.name}`}>
      <TextField
        label={`Why do you remove ${props.file.name}?`}
        hint="The file goes; who removed it, when and why stays on record"
        {...form.field("reason")}
      />
    </Form>
  );
}

function OneFile(props: OfNeed & { file: AttachedFile; mayRemove: boolean }) {
  const about = () =>
    [
      props.file.kind.toUpperCase(),
      toSizeWords(props.file.bytes),
      `added ${toDateWords(props.file.addedAt)}${props.file.addedBy === null ? "" : ` by ${props.file.addedBy}`}`,
    ].join(", ");
  return (
    <li>
      <Link href={fileAddress(props, props.file.id)} download>
        {props.file.name}
      </Link>
      <div class="a-quiet a-small">{about()}</div>
      <Show when={props.mayRemove}>
        <Details summary={`Remove ${props.file.name}`}>
          <RemoveForm area={props.area} needId={props.needId} file={props.file} />
        </Details>
      </Show>
    </li>
  );
}

type Answers = { readonly file: File | undefined };
const none: Answers = { file: undefined };

function AddForm(props: OfNeed) {
  const act = useFileAct();
  const form = createForm<Answers>({
    initial: none,
    check: ({ file }) => {
      if (file === undefined) return { file: "Choose a file" };
      return { file: file.size > largest ? "The file must be 5 MB or smaller" : undefined };
    },
    submit: async ({ file }) => {
      if (file === undefined) return { done: false, message: "Choose a file" };
      const { area, needId } = props;
      const outcome = await act.attach({ area, needId }, file);
      if (outcome.done) announce(`${file.name} attached`);
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel="Attach it" label="Attach a file">
      <FileField
        label="File"
        hint="Word, Excel, OpenDocument, PDF, PNG, JPEG, text or CSV, up to 5 MB. Leave out names of pupils and staff."
        accept={accepted}
        {...form.field("file")}
      />
    </Form>
  );
}

function Listed(props: OfNeed & { files: Files }) {
  return (
    <section>
      <h2 class="govuk-heading-m">Files</h2>
      <ul class="govuk-list govuk-list--spaced">
        <For each={props.files.files} fallback={<li class="a-quiet">No file is attached</li>}>
          {(file) => (
            <OneFile
              area={props.area}
              needId={props.needId}
              file={file}
              mayRemove={props.files.mayRemove}
            />
          )}
        </For>
      </ul>
      <Show when={props.files.mayAdd}>
        <Details summary="Attach a file">
          <Show when={props.files.files.length} keyed fallback={<AddForm {...props} />}>
            {(_count) => <AddForm area={props.area} needId={props.needId} />}
          </Show>
        </Details>
      </Show>
    </section>
  );
}

/** The files of a need, for those who may see them; shown where there is one, or where one may be added. */
export function FilesOfNeed(props: OfNeed) {
  const query = useFiles(() => ({ area: props.area, needId: props.needId }));
  return (
    <Show
      when={
        query.data !== undefined && (query.data.files.length > 0 || query.data.mayAdd)
          ? query.data
          : undefined
      }
    >
      {(files) => <Listed area={props.area} needId={props.needId} files={files()} />}
    </Show>
  );
}
