import { Navigate, useParams, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { useSession } from "../../../app/session.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { sentenceFor } from "../../../lib/refusal-words.ts";
import { Link, LinkButton, Page } from "../../../ui/index.ts";
import { useServices } from "../data.ts";
import { addressOf, type SessionNow } from "../home-address.ts";

const one = (value: unknown): string => (typeof value === "string" ? value : "");

/** The home of the school that was chosen at the other service; the first page where the person has no part there. */
const landingOf = ({ awaits, homes }: SessionNow, school: string): string => {
  const here = `/sign-in/with/arrived?school=${encodeURIComponent(school)}`;
  if (awaits !== null) return `/second-factor?from=${encodeURIComponent(here)}`;
  const home = homes.find(({ urn }) => String(urn) === school);
  return home === undefined ? "/" : addressOf(home);
};

function Arrived() {
  const session = useSession();
  const [search] = useSearchParams();
  const address = () =>
    session.data ? landingOf(session.data, one(search["school"])) : "/sign-in";
  return (
    <Show when={session.data !== undefined}>
      <Navigate href={address()} />
    </Show>
  );
}

const sentences: Readonly<Record<string, (service: string) => string>> = {
  "external-account-unknown": (service) =>
    `Your account at ${service} is not joined to an account here yet. If you were invited, open the link in the mail. If you have a password here, sign in with it once and join the two.`,
  "external-account-taken": (service) =>
    `That account at ${service} is joined to somebody else’s account here already.`,
  "sign-in-as-invited": () => sentenceFor({ kind: "sign-in-as-invited" }),
  "sign-in-required": () => sentenceFor({ kind: "sign-in-required" }),
  "link-closed": () =>
    "The invitation is closed: it was used, withdrawn, or has run out. Ask for a new one.",
  "too-many-attempts": () => "Too many attempts. Wait a quarter of an hour, then try again.",
};

/** Why nobody was signed in, as far as that may be told, and the ways on from there. */
function Trouble() {
  const [search] = useSearchParams();
  const services = useServices();
  const service = () =>
    services.data?.find(({ id }) => id === one(search["service"]))?.name ?? "the other service";
  const sentence = () =>
    sentences[one(search["why"])]?.(service()) ??
    "The sign-in at the other service did not succeed. Nothing was changed: try again.";
  const isUnknown = () => one(search["why"]) === "external-account-unknown";
  return (
    <Page title="You are not signed in yet">
      <p class="govuk-body">{sentence()}</p>
      <p class="govuk-body">
        <Show
          when={isUnknown()}
          fallback={<LinkButton href="/sign-in">Back to sign-in</LinkButton>}
        >
          <LinkButton href="/sign-in?from=/account/services">Sign in and join them</LinkButton>
        </Show>
      </p>
      <p class="govuk-body">
        <Link href="/help">Help</Link>
      </p>
    </Page>
  );
}

/** Where the return from another service leads: on, or to why not. */
export function External() {
  const params = useParams();
  const what = () => params["what"];
  return (
    <Show when={what() !== "arrived"} fallback={<Arrived />}>
      <Show when={what() === "trouble"} fallback={<NotFound />}>
        <Trouble />
      </Show>
    </Show>
  );
}
