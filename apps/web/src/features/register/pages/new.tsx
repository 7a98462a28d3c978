import { useNavigate } from "@solidjs/router";
import { createSignal, onMount, Show } from "solid-js";
import { importKinds, type ImportKind } from "@alongside/domain/register-import";
import { londonDate } from "@alongside/domain/school";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import {
  Breadcrumbs,
  createForm,
  DateField,
  FileField,
  Form,
  isEmptyDate,
  Link,
  noDate,
  NotificationBanner,
  Page,
  partsOfIso,
  Radios,
  type SubmitOutcome,
} from "../../../ui/index.ts";
import { keepDraft, takeDraft } from "../draft.ts";
import { dateInName, kindInName } from "@alongside/domain/register-import";
import { Progress } from "../parts/progress.tsx";
import { WhereFrom } from "../parts/where-from.tsx";
import type { HowFar } from "../send.ts";
import { checkUpload, sendUpload, type Upload } from "../upload.ts";
import { kindHints, kindWords } from "../words.ts";

const kinds = importKinds.map((value) => ({
  value,
  label: kindWords[value],
  hint: kindHints[value],
}));

const nothing: Upload = { file: undefined, kind: "", asOf: noDate };

/** Puts a file that the browser kept into the field again, as if it had just been chosen. */
const showInField = (file: File): void => {
  const field = document.querySelector<HTMLInputElement>('input[type="file"][name="file"]');
  if (field === null) return;
  const held = new DataTransfer();
  held.items.add(file);
  field.files = held.files;
};

/** A file's name often says what it is and of which day: proposes both, and never over an answer. */
const createUploadForm = (submit: (upload: Upload) => Promise<SubmitOutcome>) => {
  const form = createForm<Upload>({
    initial: nothing,
    check: (upload) => checkUpload(upload, londonDate(Date.now())),
    submit,
  });
  const choose = (file: File | undefined) => {
    form.set("file", file);
    if (file === undefined) return;
    const day = dateInName(file.name);
    if (day !== undefined && isEmptyDate(form.values().asOf)) form.set("asOf", partsOfIso(day));
    const kind = kindInName(file.name);
    if (kind !== undefined && form.values().kind === "") form.set("kind", kind);
  };
  return { form, choose };
};

/** Brings in a file: it is checked and shown before anything changes. */
export function NewImport() {
  const slug = useAreaSlug();
  const navigate = useNavigate();
  const [far, setFar] = createSignal<HowFar>();
  const [isRestored, setRestored] = createSignal(false);

  const signInAgain = async (upload: Upload): Promise<SubmitOutcome> => {
    const here = inArea(slug(), "/imports/new");
    const { file, kind, asOf } = upload;
    const isKept = file !== undefined && (await keepDraft(slug(), { file, kind, asOf }));
    if (isKept) window.location.assign(`/sign-in?from=${encodeURIComponent(here)}`);
    return {
      done: false,
      message:
        "You have been signed out. Sign in again in another tab, then press the button: your choices are still here.",
    };
  };
  const { form, choose } = createUploadForm(async (upload) => {
    setFar(undefined);
    const outcome = await sendUpload(slug(), upload, setFar);
    if (outcome.kind === "signed-out") return signInAgain(upload);
    if (outcome.kind === "not-taken") return outcome.outcome;
    navigate(inArea(slug(), `/imports/${outcome.id}`));
    return { done: true };
  });
  onMount(async () => {
    const draft = await takeDraft(slug());
    if (draft === undefined) return;
    form.set("kind", draft.kind);
    form.set("asOf", draft.asOf);
    form.set("file", draft.file);
    showInField(draft.file);
    setRestored(true);
  });
  return (
    <Page
      title="Import a file"
      lead="Nothing changes yet: the file is read, and you see what it would change."
      error={form.problems().length > 0}
      before={<Breadcrumbs crumbs={[{ text: "Imports", href: inArea(slug(), "/imports") }]} />}
    >
      <Show when={isRestored()}>
        <NotificationBanner title="Your choices are still here">
          <p>You were signed out on the way. Press the button to check the file.</p>
        </NotificationBanner>
      </Show>
      <Form
        form={form}
        submitLabel="Check the file"
        also={<Link href={inArea(slug(), "/imports")}>Cancel</Link>}
      >
        <FileField
          label="File"
          hint="Comma-separated (.csv) or zipped (.gz), up to 40 MB"
          accept=".csv,.gz,.txt"
          name="file"
          value={form.values().file}
          error={form.field("file").error}
          onChange={choose}
        />
        <WhereFrom />
        <Radios<ImportKind> label="What is in the file?" choices={kinds} {...form.field("kind")} />
        <DateField
          label="Which day does the file speak for?"
          hint="Taken from the file’s name where it has a date; for example, 2 6 2026"
          {...form.field("asOf")}
        />
        <Progress active={form.pending()} label="Reading the file" far={far()} />
      </Form>
    </Page>
  );
}
