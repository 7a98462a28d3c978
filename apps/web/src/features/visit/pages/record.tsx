import { useNavigate, useParams } from "@solidjs/router";
import { createEffect, on, onMount, Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { useSession } from "../../../app/session.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { announce, BackLink, createForm, Form, InsetText, Page } from "../../../ui/index.ts";
import { visitAddress } from "../addresses.ts";
import { useVisit, useVisitRefresh, type VisitPage } from "../data.ts";
import { dropDraft, keepDraft, readDraft, type NoteAnswers } from "../note-draft.ts";
import { answersFor, faultsOfNote, toNote } from "../note-form.ts";
import { NoteFields } from "../parts/note-fields.tsx";
import { NoteStatus } from "../parts/note-status.tsx";
import { createSending } from "../sending.ts";
import { toVisitDay } from "../words.ts";

type Shown = { area: string; visit: VisitPage; person: string };

/** The form, its draft on this device, and its sending, as one. */
const createNote = (props: Shown) => {
  const navigate = useNavigate();
  const refresh = useVisitRefresh();
  const { person, visit } = untrack(() => ({ person: props.person, visit: props.visit }));
  const whose = { person, visit: visit.id };
  const kept = readDraft(whose);
  const key = kept?.key ?? crypto.randomUUID();
  const version = kept?.version ?? visit.version;
  const keep = (answers: NoteAnswers, isWaiting: boolean) =>
    keepDraft(whose, { key, version, answers, isWaiting });
  const sending = createSending(() => ({ area: props.area, visit: props.visit }), {
    waiting: () => keep(form.values(), true),
    sent: () => {
      dropDraft(whose);
      announce("The record was sent");
      void refresh();
      navigate(visitAddress(props.area, visit.id));
    },
  });
  const form = createForm<NoteAnswers>({
    initial: { ...answersFor(visit), ...kept?.answers },
    check: (answers) => faultsOfNote(answers, visit),
    submit: (answers) => sending.send({ key, version, note: toNote(answers, visit) }),
  });
  createEffect(
    on(
      form.values,
      (answers) => {
        if (form.changed() && keep(answers, false)) sending.setStatus("kept");
      },
      { defer: true },
    ),
  );
  onMount(() => {
    if (kept === undefined) return;
    sending.setStatus("kept");
    if (kept.isWaiting) void form.submit();
  });
  return { form, status: sending.status };
};

function Record(props: Shown) {
  const { form, status } = createNote(props);
  return (
    <Page
      title={props.visit.may.amend ? "Put the record right" : "Record the visit"}
      caption={`${props.visit.school.name}, ${toVisitDay(props.visit.date)}`}
      lead="Kept on this device while you type. The head reads it and says whether it is accurate."
      before={<BackLink href={visitAddress(props.area, props.visit.id)} />}
      error={form.problems().length > 0}
    >
      <Show when={props.visit.wrong}>
        {(wrong) => (
          <InsetText>
            <p>The head says what is not accurate:</p>
            <p class="a-words">{wrong()}</p>
          </InsetText>
        )}
      </Show>
      <NoteStatus status={status()} />
      <Form form={form} submitLabel="Send the record">
        <NoteFields form={form} visit={props.visit} />
      </Form>
    </Page>
  );
}

/** The record of a visit, from a telephone in five minutes, also where the signal drops. */
export function RecordVisit() {
  const slug = useAreaSlug();
  const params = useParams();
  const session = useSession();
  const visit = useVisit(() => ({ area: slug(), id: params["visit"] ?? "" }));
  return (
    <Loaded query={visit} what="Loading the visit">
      {(known) => (
        <Show
          when={known().may.record || known().may.amend}
          fallback={
            <Page
              title="There is nothing to record"
              before={<BackLink href={visitAddress(slug(), known().id)} />}
            >
              <p class="govuk-body">
                A visit is recorded by its leader on its day or after, and put right when the head
                asks for it.
              </p>
            </Page>
          }
        >
          <Loaded query={session} what="Loading who you are">
            {(who) => <Record area={slug()} visit={known()} person={who()?.personId ?? ""} />}
          </Loaded>
        </Show>
      )}
    </Loaded>
  );
}
