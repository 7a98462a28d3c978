import { useNavigate } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { useSession } from "../../../app/session.ts";
import { api } from "../../../lib/api.ts";
import { createForm, Form, Page, TextField } from "../../../ui/index.ts";
import { useAccountRefresh } from "../data.ts";
import { AccountTrail } from "../parts/account-trail.tsx";
import { sending } from "../sending.ts";

function NameForm(props: { name: string }) {
  const navigate = useNavigate();
  const refresh = useAccountRefresh();
  const form = createForm({
    initial: untrack(() => ({ name: props.name })),
    check: ({ name }) => ({ name: name.trim() === "" ? "Enter your name" : undefined }),
    submit: ({ name }) =>
      sending(async () => {
        await api.identity.changeName.mutate({ name });
        await refresh();
        navigate("/account");
      }),
  });
  return (
    <Form form={form} submitLabel="Save">
      <TextField label="Your name" autocomplete="name" {...form.field("name")} />
    </Form>
  );
}

export function ChangeName() {
  const session = useSession();
  return (
    <Page title="Change your name" before={<AccountTrail />}>
      <Show when={session.data?.name}>{(name) => <NameForm name={name()} />}</Show>
    </Page>
  );
}
