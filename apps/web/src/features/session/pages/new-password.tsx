import { useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { api } from "../../../lib/api.ts";
import { createForm, Form, Page } from "../../../ui/index.ts";
import { ClosedLink } from "../parts/closed-link.tsx";
import { checkPassword, NewPassword } from "../parts/password-fields.tsx";
import { sending } from "../sending.ts";

function SetPassword(props: { token: string; email: string }) {
  const form = createForm({
    initial: { password: "" },
    check: ({ password }) => ({ password: checkPassword(password) }),
    submit: ({ password }) =>
      sending(
        async () => {
          await api.identity.resetPassword.mutate({ token: props.token, password });
          window.location.assign("/sign-in?note=password");
        },
        { "password-refused": "password" },
      ),
  });
  return (
    <Page
      title="Set a new password"
      lead={`For ${props.email}. All your devices will be signed out.`}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel="Set the password">
        <input type="hidden" name="username" autocomplete="username" value={props.email} />
        <NewPassword label="New password" bound={form.field("password")} />
      </Form>
    </Page>
  );
}

/** Sets a new password by a mailed link. Opening the page uses nothing up. */
export function NewPasswordPage() {
  const params = useParams();
  const token = () => params["token"] ?? "";
  const query = useQuery(() => ({
    queryKey: ["reset", token()],
    queryFn: () => api.identity.openReset.query({ token: token() }),
  }));
  return (
    <ClosedLink query={query} otherwise={{ text: "Ask for a new link", href: "/reset" }}>
      {(open) => <SetPassword token={token()} email={open().email} />}
    </ClosedLink>
  );
}
