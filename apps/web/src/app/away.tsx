import "../look/away.scss";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { Portal } from "solid-js/web";
import { CodeForm } from "../features/session/parts/code-form.tsx";
import { api, submitting } from "../lib/api.ts";
import { Button, createForm, Details, Form, InsetText, TextField } from "../ui/index.ts";
import { useSession, type SessionNow } from "./session.ts";

type Step = "password" | "code";

/** Takes the page away from the eye and from the keyboard, and gives it back as it was. */
const hidePage = (): (() => void) => {
  const page = document.getElementById("app");
  const { title } = document;
  const { scrollY } = window;
  const focused = document.activeElement;
  page?.setAttribute("hidden", "");
  document.title = "You have been signed out – Alongside";
  return () => {
    page?.removeAttribute("hidden");
    document.title = title;
    window.scrollTo({ top: scrollY, behavior: "instant" });
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
};

/** Goes on with the page when its own person is signed in again; leaves it when it is another. False for nobody. */
const useReturn = () => {
  const client = useQueryClient();
  return async (): Promise<boolean> => {
    const before = client.getQueryData<SessionNow>(["session"]);
    const now = await api.session.get.query();
    if (now === null || now.awaits === "second-factor") return false;
    // Away from the network, the end of the sign-in did not reach the server: nobody has proved anything since.
    if (now.endsAt === before?.endsAt) {
      await api.session.signOut.mutate();
      return false;
    }
    if (now.awaits === "enrolment" || now.personId !== before?.personId)
      window.location.assign("/");
    else {
      client.setQueryData<SessionNow>(["session"], now);
      await client.invalidateQueries();
    }
    return true;
  };
};

/** The page behind has fields too, and their ids: these have their own. */
function PasswordForm(props: { onCode: () => void; onBack: () => Promise<boolean> }) {
  const form = createForm({
    initial: { email: "", password: "" },
    check: ({ email, password }) => ({
      email: email.trim() === "" ? "Enter your e-mail address" : undefined,
      password: password === "" ? "Enter your password" : undefined,
    }),
    submit: (values) =>
      submitting(async () => {
        const { awaits } = await api.session.signIn.mutate(values);
        if (awaits === "second-factor") props.onCode();
        else await props.onBack();
      }),
  });
  return (
    <Form form={form} submitLabel="Sign in and go on" label="Sign in">
      <TextField
        id="again-email"
        label="E-mail address"
        type="email"
        autocomplete="username"
        spellcheck={false}
        {...form.field("email")}
      />
      <TextField
        id="again-password"
        label="Password"
        type="password"
        autocomplete="current-password"
        {...form.field("password")}
      />
    </Form>
  );
}

/** For those who sign in with another service: that needs a page of its own, and this one must stay. */
function Elsewhere(props: { onBack: () => Promise<boolean> }) {
  const [isWaiting, setIsWaiting] = createSignal(false);
  const look = async () => setIsWaiting(!(await props.onBack().catch(() => false)));
  return (
    <Details summary="I sign in another way">
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in" target="_blank" rel="noopener">
          Sign in in a new tab
        </a>
        {", then come back to this one."}
      </p>
      <Button kind="secondary" small onPress={() => void look()}>
        I have signed in
      </Button>
      <Show when={isWaiting()}>
        <p class="govuk-body" role="status">
          You are not signed in yet.
        </p>
      </Show>
    </Details>
  );
}

/**
 * Stands in the place of a page whose sign-in has ended. The page is kept, with all that was typed on it, for the person
 * who typed it.
 */
export function Away() {
  const session = useSession();
  const goBack = useReturn();
  const [step, setStep] = createSignal<Step>("password");
  const [heading, setHeading] = createSignal<HTMLHeadingElement>();
  onMount(() => {
    onCleanup(hidePage());
    heading()?.focus();
  });
  return (
    <Portal>
      <header class="a-header">
        <div class="govuk-width-container a-header__bar">
          <span class="a-wordmark">Alongside</span>
        </div>
      </header>
      <main class="a-main">
        <div class="govuk-width-container">
          <h1 class="govuk-heading-xl" tabindex="-1" ref={setHeading}>
            You have been signed out
          </h1>
          <InsetText>
            {`Nothing that you typed is lost. When ${session.data?.name ?? "you"} is signed in again, the page is as it was left.`}
          </InsetText>
          <Show
            when={step() === "password"}
            fallback={<CodeForm submitLabel="Go on" onProved={() => void goBack()} />}
          >
            <PasswordForm onCode={() => setStep("code")} onBack={goBack} />
            <Elsewhere onBack={goBack} />
          </Show>
          <p class="govuk-body">
            {"Are you somebody else? "}
            <a class="govuk-link" href="/sign-in" target="_self">
              Leave this page
            </a>
            {", and what was typed on it goes."}
          </p>
        </div>
      </main>
    </Portal>
  );
}
