import { createSignal, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api, submitting } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords, toMomentWords, toNumberWords } from "../../../lib/words.ts";
import {
  Button,
  ButtonRow,
  counted,
  Dialog,
  EmptyState,
  Heading,
  InsetText,
  Link,
  LinkButton,
  Page,
  Table,
  Timeline,
  WarningButton,
  type Column,
} from "../../../ui/index.ts";
import { useRetention, type Hold, type Retention, type Rule } from "../data.ts";
import { KeepingTrail, Said, useKeepingPath, useKept } from "../parts/trail.tsx";
import { actWords, holdWords, kindWords, toTermWords } from "../words.ts";

const outcomeOf = (known: Retention, rule: Rule) =>
  known.dryRun.find(({ kind }) => kind === rule.kind);

const ruleColumns = (known: Retention, way: (path: string) => string): readonly Column<Rule>[] => [
  {
    key: "what",
    header: "What",
    rowHeader: true,
    cell: (rule) => (
      <>
        {kindWords[rule.kind].what}
        <div class="a-quiet a-small">{`Then ${kindWords[rule.kind].becomes}`}</div>
      </>
    ),
  },
  {
    key: "months",
    header: "Kept",
    cell: (rule) => (
      <>
        {toTermWords(rule.months)}
        <div class="a-quiet a-small">{`from ${kindWords[rule.kind].from}`}</div>
      </>
    ),
  },
  {
    key: "due",
    header: "Over now",
    numeric: true,
    cell: (rule) => toNumberWords(outcomeOf(known, rule)?.due ?? 0),
  },
  {
    key: "held",
    header: "On hold",
    numeric: true,
    cell: (rule) => toNumberWords(outcomeOf(known, rule)?.held ?? 0),
  },
  {
    key: "change",
    header: "Change",
    cell: (rule) => (
      <Link href={way(`/rules/${rule.kind}`)} about={kindWords[rule.kind].what}>
        Change
      </Link>
    ),
  },
];

const holdColumns = (way: (path: string) => string): readonly Column<Hold>[] => [
  {
    key: "about",
    header: "About",
    rowHeader: true,
    cell: (hold) => (
      <>
        {hold.about}
        <div class="a-quiet a-small">{holdWords[hold.kind]}</div>
      </>
    ),
  },
  { key: "reason", header: "Why", cell: (hold) => hold.reason },
  {
    key: "placed",
    header: "Placed",
    cell: (hold) => (
      <>
        {toDateWords(hold.placedAt)}
        <Show when={hold.placedBy}>
          {(name) => <div class="a-quiet a-small">{`by ${name()}`}</div>}
        </Show>
      </>
    ),
  },
  {
    key: "end",
    header: "Ended",
    cell: (hold) => (
      <Show
        when={hold.releasedAt}
        fallback={
          <Link href={way(`/holds/${hold.id}`)} about={`the hold on ${hold.about}`}>
            End
          </Link>
        }
      >
        {(at) => (
          <>
            {toDateWords(at())}
            <div class="a-quiet a-small">{hold.releasedReason}</div>
          </>
        )}
      </Show>
    ),
  },
];

/** Asks once more before anything goes for good. */
function Removal(props: { due: number }) {
  const slug = useAreaSlug();
  const finish = useKept();
  const [isOpen, setOpen] = createSignal(false);
  const [trouble, setTrouble] = createSignal("");
  const run = async () => {
    const outcome = await submitting(() => api.retention.run.mutate({ area: slug() }));
    setOpen(false);
    setTrouble(outcome.done ? "" : (outcome.message ?? "Nothing was removed. Try again."));
    if (outcome.done) await finish(`${counted(props.due, "record")} removed`);
  };
  return (
    <>
      <Show when={trouble()}>
        {(words) => (
          <div role="alert">
            <InsetText>{words()}</InsetText>
          </div>
        )}
      </Show>
      <Show
        when={props.due > 0}
        fallback={
          <p class="govuk-body">Nothing has been kept for its term: there is nothing to remove.</p>
        }
      >
        <Button kind="secondary" onPress={() => setOpen(true)}>
          {`Remove what is over: ${counted(props.due, "record")}`}
        </Button>
      </Show>
      <Dialog open={isOpen()} title="Remove for good?" onClose={() => setOpen(false)}>
        <p class="govuk-body">
          {`${counted(props.due, "record")} will be deleted, emptied or erased. It cannot be undone. What is on hold stays.`}
        </p>
        <ButtonRow>
          <WarningButton onPress={() => void run()}>Remove for good</WarningButton>
          <Button kind="secondary" onPress={() => setOpen(false)}>
            Keep everything
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  );
}

function Holds(props: { holds: readonly Hold[] }) {
  const way = useKeepingPath();
  return (
    <section>
      <Heading level={2} size="m">
        Legal holds
      </Heading>
      <p class="govuk-body">
        What a claim, an inquiry or a complaint needs stays, however old, until its hold is ended.
      </p>
      <Show when={props.holds.length > 0}>
        <Table caption="Legal holds" captionHidden columns={holdColumns(way)} rows={props.holds} />
      </Show>
      <ButtonRow>
        <LinkButton href={way("/holds/new")} kind="secondary">
          Place a hold
        </LinkButton>
      </ButtonRow>
    </section>
  );
}

/** How long what is kept, what is over now, what is on hold, and what was done. */
export function RetentionPage() {
  const query = useRetention();
  const way = useKeepingPath();
  const due = (known: Retention) => known.dryRun.reduce((sum, each) => sum + each.due, 0);
  return (
    <Loaded query={query} what="Loading what is kept">
      {(known) => (
        <Page
          title="Keeping and erasing"
          lead="How long this partnership keeps what, and what has been kept long enough. Nothing goes by itself."
          before={<KeepingTrail />}
        >
          <Said />
          <Table
            caption="How long what is kept"
            captionHidden
            columns={ruleColumns(known(), way)}
            rows={known().rules}
          />
          <Removal due={due(known())} />
          <Holds holds={known().holds} />
          <section>
            <Heading level={2} size="m">
              What was done
            </Heading>
            <Show when={known().acts.length > 0} fallback={<EmptyState title="Nothing yet" />}>
              <Timeline
                label="What was done"
                items={known().acts.map(({ at, by, kind }) => ({
                  title: actWords[kind] ?? kind,
                  at,
                  when: toMomentWords(at),
                  by: by ?? undefined,
                }))}
              />
            </Show>
          </section>
        </Page>
      )}
    </Loaded>
  );
}
