import "../../../look/mail.scss";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toMomentWords } from "../../../lib/words.ts";
import { EmptyState, Page } from "../../../ui/index.ts";

type Mail = Awaited<ReturnType<typeof api.mailbox.list.query>>[number];

/** Only addresses of this product are made into links. */
const partsOf = (text: string): readonly string[] =>
  text.split(new RegExp(`(${window.location.origin}/[^\\s]*)`));

function MailText(props: { text: string }) {
  return (
    <p class="govuk-body a-mail__text">
      <For each={partsOf(props.text)}>
        {(part) => (
          <Show when={part.startsWith(`${window.location.origin}/`)} fallback={part}>
            <a class="govuk-link" href={part}>
              {part}
            </a>
          </Show>
        )}
      </For>
    </p>
  );
}

function MailItem(props: { mail: Mail }) {
  return (
    <article class="a-mail">
      <h2 class="govuk-heading-m">{props.mail.subject}</h2>
      <p class="govuk-body-s">{`To ${props.mail.recipient}, ${toMomentWords(props.mail.createdAt)}`}</p>
      <Show when={props.mail.keptFor}>
        {(kept) => (
          <p class="govuk-body-s">
            {kept() === "digest"
              ? "Kept for the morning’s summary, as its reader has chosen"
              : "Not sent: its reader wants none of its kind"}
          </p>
        )}
      </Show>
      <MailText text={props.mail.text} />
    </article>
  );
}

/** The mails of a demonstration: they stay here. */
export function Mailbox() {
  const query = useQuery(() => ({
    queryKey: ["mailbox"],
    queryFn: () => api.mailbox.list.query(),
    refetchInterval: 5_000,
  }));
  return (
    <Loaded query={query} what="Loading the mailbox">
      {(mails) => (
        <Page
          title="Mailbox of the demonstration"
          lead="No mail leaves a demonstration. What it would have sent is here."
        >
          <Show
            when={mails().length > 0}
            fallback={
              <EmptyState title="No mail yet">Invite someone, or send a support need.</EmptyState>
            }
          >
            <For each={mails()}>{(mail) => <MailItem mail={mail} />}</For>
          </Show>
        </Page>
      )}
    </Loaded>
  );
}
