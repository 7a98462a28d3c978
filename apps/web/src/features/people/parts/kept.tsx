import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { api, submitting } from "../../../lib/api.ts";
import {
  Button,
  ButtonRow,
  createForm,
  Dialog,
  Form,
  PlainButton,
  TextArea,
} from "../../../ui/index.ts";
import { usePeopleRefresh, type OnePerson } from "../data.ts";
import { download } from "../download.ts";
import { say, Trouble } from "./said.tsx";

type KeptProps = { area: string; person: OnePerson };

function Erase(props: KeptProps & { onClose: () => void }) {
  const navigate = useNavigate();
  const refresh = usePeopleRefresh();
  const form = createForm({
    initial: { reason: "" },
    check: ({ reason }) => ({ reason: reason.trim() === "" ? "Say why" : undefined }),
    submit: ({ reason }) =>
      submitting(async () => {
        const { id: personId, version } = props.person;
        await api.subjectAccess.erase.mutate({ area: props.area, personId, version, reason });
        say("The person is erased. What they did stays on record, without a name");
        await refresh();
        navigate(inArea(props.area, "/people"));
      }),
  });
  return (
    <>
      <p class="govuk-body">
        Name, address and everything that only they needed goes for good; their roles end. What must
        be accounted for stays without a name, and so do signatures under agreements. It cannot be
        undone.
      </p>
      <Form
        form={form}
        submitLabel="Erase for good"
        label="Erase this person"
        also={<PlainButton onPress={() => props.onClose()}>Keep the person</PlainButton>}
      >
        <TextArea label="Why" hint="For the record, without their name" {...form.field("reason")} />
      </Form>
    </>
  );
}

/** What those who answer for a person do at that person’s request: give out what is kept, and erase it. */
export function Kept(props: KeptProps) {
  const [isErasing, setErasing] = createSignal(false);
  const [trouble, setTrouble] = createSignal<string>();
  const give = async () => {
    const address = `/files/areas/${props.area}/people/${props.person.id}/everything.json`;
    setTrouble(await download(address, "everything-kept.json"));
  };
  return (
    <Show when={props.person.mayManage}>
      <h2 class="govuk-heading-m">What is kept</h2>
      <Trouble text={trouble()} />
      <ButtonRow>
        <Button kind="secondary" onPress={() => void give()}>
          Download everything kept about them
        </Button>
        <Show when={props.person.deactivatedAt !== null}>
          <Button kind="secondary" onPress={() => setErasing(true)}>
            Erase this person
          </Button>
        </Show>
      </ButtonRow>
      <Dialog
        open={isErasing()}
        title={`Erase ${props.person.name}?`}
        onClose={() => setErasing(false)}
      >
        <Erase {...props} onClose={() => setErasing(false)} />
      </Dialog>
    </Show>
  );
}
