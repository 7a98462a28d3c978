import { Show, untrack } from "solid-js";
import { api } from "../../../lib/api.ts";
import { createForm, Form, Radios, TextField } from "../../../ui/index.ts";
import type { Service } from "../data.ts";
import { sending } from "../sending.ts";

const leave = async (provider: string, password: string | undefined): Promise<void> => {
  const purpose = { kind: "link", password } as const;
  const returnTo = "/account/services";
  const { url } = await api.external.begin.mutate({ provider, purpose, returnTo });
  window.location.assign(url);
};

/** Joining opens a second door to the account: it asks for the second step, or, without one, for the password. */
export function JoinAccount(props: { services: readonly Service[]; hasFactor: boolean }) {
  const form = createForm({
    initial: untrack(() => ({ provider: props.services[0]?.id ?? "", password: "" })),
    check: ({ password }) => ({
      password: props.hasFactor || password !== "" ? undefined : "Enter your password",
    }),
    submit: ({ provider, password }) =>
      sending(
        () => leave(provider, props.hasFactor ? undefined : password),
        { "sign-in-refused": "password" },
        { "sign-in-refused": "That is not your password" },
      ),
  });
  const only = () => (props.services.length === 1 ? props.services[0] : undefined);
  return (
    <Form
      form={form}
      label="Join an account"
      submitLabel={`Continue with ${only()?.name ?? "the service"}`}
    >
      <Show when={only() === undefined}>
        <Radios
          label="Which service?"
          choices={props.services.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("provider")}
        />
      </Show>
      <Show when={!props.hasFactor}>
        <TextField
          label="Your password here"
          hint="To show that it is you who joins the two. If you have none yet, set one by mail first."
          type="password"
          autocomplete="current-password"
          {...form.field("password")}
        />
      </Show>
    </Form>
  );
}
