import { useSearchParams } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { api, submitting } from "../../../lib/api.ts";
import { createForm, Form, Page, TextField } from "../../../ui/index.ts";

/** Only an address inside the product is a place to go back to. */
export const safeReturn = (from: unknown): string =>
  typeof from === "string" && /^\/(?![/\\])/.test(from) ? from : "/";

export function SignIn() {
  const client = useQueryClient();
  const [search] = useSearchParams();
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
      <Form form={form} submitLabel="Sign in">
        <TextField
          label="E-mail address"
          type="email"
          autocomplete="username"
          {...form.field("email")}
        />
        <TextField
          label="Password"
          type="password"
          autocomplete="current-password"
          {...form.field("password")}
        />
      </Form>
    </Page>
  );
}
