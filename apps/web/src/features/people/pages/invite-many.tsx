import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import {
  Button,
  counted,
  createForm,
  Details,
  FileField,
  Form,
  Page,
  Table,
  TextArea,
} from "../../../ui/index.ts";
import { sending } from "../../session/sending.ts";
import { usePeopleRefresh } from "../data.ts";
import { columns, readRows, type InvitationRow } from "../file.ts";
import { PeopleTrail } from "../parts/people-trail.tsx";
import { say, Trouble } from "../parts/said.tsx";
import { faultsInWords } from "../words.ts";

type Checked = Awaited<ReturnType<typeof api.invitation.sendMany.mutate>>;
type Preview = { readonly rows: readonly InvitationRow[]; readonly checked: Checked };

const nothing: { readonly text: string; readonly file: File | undefined } = {
  text: "",
  file: undefined,
};

const wrongIn = ({ checked }: Preview) =>
  checked.lines.filter(({ faults }) => Object.keys(faults).length > 0);

function Found(props: { preview: Preview; onSend: () => void }) {
  const wrong = () => wrongIn(props.preview);
  return (
    <>
      <Show
        when={wrong().length > 0}
        fallback={
          <>
            <p class="govuk-body">{`${counted(props.preview.rows.length, "line")}, all right. Nothing has been sent yet.`}</p>
            <Button onPress={props.onSend}>
              {`Send ${counted(props.preview.rows.length, "invitation")}`}
            </Button>
          </>
        }
      >
        <p class="govuk-body">{`${counted(wrong().length, "line")} of ${props.preview.rows.length} cannot be sent. Nothing has been sent. Put them right, then check again.`}</p>
        <Table
          caption="Lines to put right"
          rows={wrong()}
          columns={[
            { key: "line", header: "Line", rowHeader: true, cell: (row) => row.line },
            { key: "email", header: "E-mail address", cell: (row) => row.email },
            { key: "fault", header: "What is wrong", cell: (row) => faultsInWords(row.faults) },
          ]}
        />
      </Show>
    </>
  );
}

function Format() {
  return (
    <Details summary="What a line holds">
      <p class="govuk-body">{`The columns ${columns.join(", ")}, separated by commas or tabs, with or without a heading. Role is one of: head, school staff, leader, organisation administrator, zone coordinator, officer, board member, board clerk, partnership administrator. A head and school staff need a URN, a zone coordinator the name of the zone.`}</p>
    </Details>
  );
}

/** Invites up to 500 people from a file or from pasted lines: first what would happen, then, confirmed, all or none. */
export function InviteMany() {
  const slug = useAreaSlug();
  const navigate = useNavigate();
  const refresh = usePeopleRefresh();
  const [preview, setPreview] = createSignal<Preview>();
  const [trouble, setTrouble] = createSignal<string>();
  const ask = (rows: readonly InvitationRow[], isConfirmed: boolean) =>
    api.invitation.sendMany.mutate({ area: slug(), rows: [...rows], isConfirmed });
  const form = createForm({
    initial: nothing,
    check: ({ text, file }) => ({
      text: text.trim() === "" && file === undefined ? "Paste lines or choose a file" : undefined,
    }),
    submit: ({ text, file }) =>
      sending(async () => {
        setPreview(undefined);
        const rows = readRows(file === undefined ? text : await file.text());
        setPreview({ rows, checked: await ask(rows, false) });
      }),
  });
  const send = async (rows: readonly InvitationRow[]) => {
    const outcome = await sending(async () => {
      const { invited } = await ask(rows, true);
      await refresh();
      say(`${counted(invited, "invitation")} sent`);
      navigate(inArea(slug(), "/people/invitations"));
    });
    setTrouble(outcome.done ? undefined : (outcome.message ?? "Check the lines again."));
  };
  return (
    <Page title="Invite many" before={<PeopleTrail area={slug()} />}>
      <Trouble text={trouble()} />
      <Format />
      <Form form={form} submitLabel="Check the lines">
        <TextArea label="Lines" hint="Paste them from a spreadsheet" {...form.field("text")} />
        <FileField label="Or a CSV file" {...form.field("file")} />
      </Form>
      <Show when={preview()}>
        {(shown) => <Found preview={shown()} onSend={() => void send(shown().rows)} />}
      </Show>
    </Page>
  );
}
