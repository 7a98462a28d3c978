import { useSearchParams } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { lazy, Show, Suspense } from "solid-js";
import { api, submitting } from "../../../lib/api.ts";
import { createForm, Form, InsetText, Link, Page, TextField } from "../../../ui/index.ts";
import { safeReturn } from "../home-address.ts";

const notes: Readonly<Record<string, string>> = {
  ended: "You were signed out, to keep the account safe. Sign in to go on where you were.",
  password: "Your password is set. Sign in with it.",
};

/** Comes after the page: most instances have no other service. */
const Services = lazy(() =>
  import("../parts/service-buttons.tsx").then((part) => ({ default: part.ServiceButtons })),
);

export function SignIn() {
  const client = useQueryClient();
  const [search] = useSearchParams();
  const note = () => (typeof search["note"] === "string" ? notes[search["note"]] : undefined);
  const form = createForm({
    initial: { email: "", password: "" },
    check: (values) => ({
      email: values.email.trim() === "" ? "Enter your e-mail address" : undefined,
      password: values.password === "" ? "Enter your password" : undefined,
    }),
    submit: (values) =>
      submitting(async () => {
        await api.session.signIn.mutate(values);
        client.clear();
        window.location.assign(safeReturn(search["from"]));
      }),
  });
  return (
    <Page title="Sign in" error={form.problems().length > 0}>
      <Show when={note()}>{(text) => <InsetText>{text()}</InsetText>}</Show>
      <Form
        form={form}
        submitLabel="Sign in"
        also={<Link href="/reset">I do not know my password</Link>}
      >
        <TextField
          label="E-mail address"
          type="email"
          autocomplete="username"
          spellcheck={false}
          {...form.field("email")}
        />
        <TextField
          label="Password"
          type="password"
          autocomplete="current-password"
          {...form.field("password")}
        />
      </Form>
      <Suspense>
        <Services
          lead="Or use an account that you have elsewhere."
          purpose={{ kind: "sign-in" }}
          returnTo={safeReturn(search["from"])}
        />
      </Suspense>
      <p class="govuk-body">
        Accounts are by invitation. To get one, ask your partnership administrator.
      </p>
    </Page>
  );
}
