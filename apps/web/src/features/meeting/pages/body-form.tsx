import { untrack } from "solid-js";
import { useNavigate, useParams } from "@solidjs/router";
import type { BodyKind } from "@alongside/domain/meeting";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  Checkboxes,
  createForm,
  Form,
  Page,
  Radios,
  TextField,
} from "../../../ui/index.ts";
import {
  useBoardChoices,
  useBody,
  useMeetingAct,
  type BoardChoices,
  type BodyPage,
} from "../data.ts";
import { groupWords, kindWords } from "../words.ts";

type Group = keyof typeof groupWords;

type Answers = {
  readonly name: string;
  readonly kind: BodyKind;
  readonly group: Group;
  readonly zones: readonly string[];
  readonly quorum: string;
};

type Shown = { area: string; choices: BoardChoices; body: BodyPage | undefined };

const groups: readonly Group[] = ["", "primary", "secondary", "special"];
const kinds: readonly BodyKind[] = ["improvement-board", "area-group"];

const initialOf = (body: BodyPage | undefined): Answers => ({
  name: body?.name ?? "",
  kind: body?.kind ?? "improvement-board",
  group: body?.group ?? "",
  zones: body?.zones ?? [],
  quorum: String(body?.quorum ?? 3),
});

const createBodyForm = (props: Shown) => {
  const navigate = useNavigate();
  const act = useMeetingAct();
  return createForm<Answers>({
    initial: untrack(() => initialOf(props.body)),
    check: ({ name, quorum }) => ({
      name: name.trim() === "" ? "Enter a name" : undefined,
      quorum: /^\d{1,3}$/.test(quorum.trim()) ? undefined : "Enter a number",
    }),
    submit: async ({ name, kind, group, zones, quorum }) => {
      const made: { id?: string } = {};
      const words = {
        area: props.area,
        name,
        kind,
        remit: { group: group === "" ? null : group, zones: [...zones] },
        quorum: Number(quorum),
      };
      const outcome = await act(async () => {
        const { body } = props;
        if (body === undefined) made.id = (await api.meeting.addBody.mutate(words)).id;
        else {
          await api.meeting.changeBody.mutate({ ...words, id: body.id, version: body.version });
          made.id = body.id;
        }
      });
      if (outcome.done) navigate(inArea(props.area, `/board/bodies/${made.id ?? ""}`));
      return outcome;
    },
  });
};

function BodyForm(props: Shown) {
  const form = createBodyForm(props);
  return (
    <Page
      title={props.body === undefined ? "Add a board or a group" : `Change ${props.body.name}`}
      before={
        <BackLink
          href={inArea(
            props.area,
            props.body === undefined ? "/board/bodies" : `/board/bodies/${props.body.id}`,
          )}
        />
      }
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel={props.body === undefined ? "Add" : "Save"}>
        <TextField label="Name" {...form.field("name")} />
        <Radios
          label="What is it?"
          choices={kinds.map((value) => ({ value, label: kindWords[value] }))}
          {...form.field("kind")}
        />
        <Radios
          label="For which phase?"
          choices={groups.map((value) => ({ value, label: groupWords[value] }))}
          {...form.field("group")}
        />
        <Checkboxes
          label="For which zones?"
          hint="None is the whole area"
          small
          choices={props.choices.zones.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("zones")}
        />
        <TextField
          label="Quorum"
          hint="How many members must be there to decide"
          inputMode="numeric"
          width={3}
          {...form.field("quorum")}
        />
      </Form>
    </Page>
  );
}

/** Sets up a board or an area group. */
export function AddBody() {
  const slug = useAreaSlug();
  const choices = useBoardChoices(slug);
  return (
    <Loaded query={choices} what="Loading the form">
      {(known) => <BodyForm area={slug()} choices={known()} body={undefined} />}
    </Loaded>
  );
}

/** Changes what a body is called and answers for. */
export function ChangeBody() {
  const slug = useAreaSlug();
  const params = useParams();
  const choices = useBoardChoices(slug);
  const body = useBody(() => ({ area: slug(), id: params["body"] ?? "" }));
  return (
    <Loaded query={choices} what="Loading the form">
      {(known) => (
        <Loaded query={body} what="Loading the form">
          {(found) => <BodyForm area={slug()} choices={known()} body={found()} />}
        </Loaded>
      )}
    </Loaded>
  );
}
