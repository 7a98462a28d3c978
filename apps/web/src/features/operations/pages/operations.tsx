import { createSignal, Show } from "solid-js";
import { useParams } from "@solidjs/router";
import { inArea } from "../../../app/area.ts";
import { api, submitting } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toMomentWords } from "../../../lib/words.ts";
import {
  announce,
  Breadcrumbs,
  Button,
  counted,
  EmptyState,
  Heading,
  InsetText,
  Link,
  Page,
  SummaryList,
  Table,
  Tag,
  type Column,
} from "../../../ui/index.ts";
import { useOperations, useOperationsRefresh, type Operations, type Run } from "../data.ts";
import {
  toBackupWords,
  toCountWords,
  toFineWords,
  toJobWords,
  toStateWords,
  toVerificationWords,
} from "../words.ts";

const columns: readonly Column<Run>[] = [
  { key: "name", header: "Work", rowHeader: true, cell: (run) => toJobWords(run.name) },
  {
    key: "state",
    header: "Last round",
    cell: (run) => (
      <>
        <Tag colour={run.isFine ? "green" : "red"}>{toStateWords(run)}</Tag>
        <div class="a-quiet a-small">{toMomentWords(run.endedAt)}</div>
      </>
    ),
  },
  { key: "fine", header: "Last ended well", cell: toFineWords },
  { key: "counts", header: "What it did", cell: toCountWords },
];

function Mails(props: { mails: Operations["mails"]; logHref: string | undefined }) {
  return (
    <section>
      <Heading level={2} size="m">
        Mails
      </Heading>
      <SummaryList
        rows={[
          { term: "Waiting", value: counted(props.mails.waiting, "mail") },
          { term: "Tried again", value: counted(props.mails.trying, "mail") },
          { term: "Given up", value: counted(props.mails.failed, "mail") },
          { term: "Sent, and not delivered", value: counted(props.mails.undelivered, "mail") },
          {
            term: "The oldest that waits",
            value:
              props.mails.oldest === null
                ? "None waits"
                : `Written ${toMomentWords(props.mails.oldest)}`,
          },
        ]}
      />
      <Show when={props.logHref}>
        {(href) => (
          <p class="govuk-body">
            <Link href={href()}>Mails of this area, and how far each has come</Link>
          </p>
        )}
      </Show>
    </section>
  );
}

function Log(props: { known: Operations; onVerify: () => void; isBusy: boolean }) {
  return (
    <section>
      <Heading level={2} size="m">
        Backup and log
      </Heading>
      <SummaryList
        rows={[
          { term: "Last backup", value: toBackupWords(props.known.backup) },
          {
            term: "Log of every act",
            value: `${counted(props.known.log.events, "event")}, sealed up to number ${props.known.log.anchored}`,
          },
          { term: "Last verification", value: toVerificationWords(props.known.verification) },
        ]}
      />
      <Button kind="secondary" onPress={() => props.onVerify()} pending={props.isBusy}>
        Verify the log now
      </Button>
    </section>
  );
}

/** How the instance runs: counts and times, and nobody’s name. */
export function OperationsPage() {
  const params = useParams();
  const query = useOperations();
  const refresh = useOperationsRefresh();
  const [trouble, setTrouble] = createSignal("");
  const [isBusy, setBusy] = createSignal(false);
  const below = (path: string) =>
    params["area"] === undefined ? undefined : inArea(params["area"], path);
  const verify = async () => {
    setBusy(true);
    const outcome = await submitting(() => api.operations.verify.mutate());
    setBusy(false);
    setTrouble(outcome.done ? "" : (outcome.message ?? "The log was not verified. Try again."));
    await refresh();
    if (outcome.done) announce("The log was verified");
  };
  return (
    <Loaded query={query} what="Loading how the product runs">
      {(known) => (
        <Page
          title="How the product runs"
          lead="Of the whole instance: what waits, what works by itself, and whether the log is whole."
          before={
            <Show when={below("/set-up")}>
              {(href) => <Breadcrumbs crumbs={[{ text: "Set-up", href: href() }]} />}
            </Show>
          }
        >
          <Show when={trouble()}>
            {(words) => (
              <div role="alert">
                <InsetText>{words()}</InsetText>
              </div>
            )}
          </Show>
          <Mails mails={known().mails} logHref={below("/set-up/mail")} />
          <section>
            <Heading level={2} size="m">
              Regular work
            </Heading>
            <Table
              caption="Regular work"
              captionHidden
              columns={columns}
              rows={known().jobs}
              empty={<EmptyState title="No work has ended yet" />}
            />
          </section>
          <Log known={known()} onVerify={() => void verify()} isBusy={isBusy()} />
        </Page>
      )}
    </Loaded>
  );
}
