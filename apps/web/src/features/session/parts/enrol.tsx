import "../../../look/second-factor.scss";
import { useQuery } from "@tanstack/solid-query";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { ButtonRow, createForm, CopyButton, Form, TextField } from "../../../ui/index.ts";
import { sending } from "../sending.ts";
import { QrCode } from "./qr-code.tsx";

const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(" ") ?? secret;

/** Sets up an authenticator app: its secret, then the first code. Each visit makes a new secret. */
export function Enrol(props: { onCodes: (codes: readonly string[]) => void }) {
  const begun = useQuery(() => ({
    queryKey: ["second-factor", "begin"],
    queryFn: () => api.identity.beginSecondFactor.mutate(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  }));
  const form = createForm({
    initial: { code: "" },
    check: ({ code }) => ({
      code: code.trim() === "" ? "Enter the code that the app shows" : undefined,
    }),
    submit: ({ code }) =>
      sending(
        async () => {
          const { recoveryCodes } = await api.identity.confirmSecondFactor.mutate({ code });
          props.onCodes(recoveryCodes);
        },
        { "second-factor-refused": "code" },
      ),
  });
  return (
    <Loaded query={begun} what="Making a secret for your app">
      {(enrolment) => (
        <>
          <ol class="govuk-list govuk-list--number govuk-list--spaced">
            <li>
              Install an authenticator app on your phone if you have none: any that shows codes of 6
              figures will do.
            </li>
            <li>
              In the app, add an account and scan this picture. On this phone itself, or where the
              app takes no picture, type the key below it.
            </li>
            <li>Enter the code that the app shows.</li>
          </ol>
          <QrCode text={enrolment().address} label="QR code for your authenticator app" />
          <p class="govuk-body">
            {"Key: "}
            <code class="a-secret">{inFours(enrolment().secret)}</code>
          </p>
          <ButtonRow>
            <CopyButton text={enrolment().secret} label="Copy the key" />
          </ButtonRow>
          <Form form={form} submitLabel="Confirm the code" label="First code">
            <TextField
              label="Code"
              hint="6 figures; a new one comes every 30 seconds"
              inputMode="numeric"
              autocomplete="one-time-code"
              width={10}
              {...form.field("code")}
            />
          </Form>
        </>
      )}
    </Loaded>
  );
}
