import { useLocation } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toMomentWords } from "../../../lib/words.ts";
import {
  announce,
  Breadcrumbs,
  Button,
  Columns,
  counted,
  EmptyState,
  FilterChips,
  FilterPanel,
  InsetText,
  ListLine,
  Page,
  pageIn,
  Pagination,
  Table,
  Tag,
  type Column,
  type FilterGroup,
} from "../../../ui/index.ts";
import { useMailAct, useMailLog, type MailLine } from "../data.ts";
import { stateColours, stateWords, toDeliveryWords } from "../words.ts";

const pageSize = 50;

const states = [
  "waiting",
  "trying",
  "failed",
  "sent",
  "delivered",
  "undelivered",
  "kept",
  "unwanted",
] as const;

const mayGoAgain = ({ state }: MailLine): boolean =>
  state === "failed" || state === "trying" || state === "undelivered";

const filters: readonly FilterGroup[] = [
  {
    kind: "one",
    name: "state",
    label: "Where it stands",
    choices: states.map((state) => ({ value: state, label: stateWords[state] })),
  },
];

const questionOf = (area: string, search: string) => ({
  area,
  state: states.find((state) => state === new URLSearchParams(search).get("state")),
  offset: (pageIn(search) - 1) * pageSize,
  limit: pageSize,
});

const columnsFor = (again: (line: MailLine) => void): readonly Column<MailLine>[] => [
  {
    key: "mail",
    header: "Mail",
    rowHeader: true,
    cell: (line) => (
      <>
        {line.subject}
        <div class="a-quiet a-small">{`To ${line.name ?? line.recipient}`}</div>
        <div class="a-quiet a-small">{toMomentWords(line.createdAt)}</div>
      </>
    ),
  },
  {
    key: "state",
    header: "Where it stands",
    cell: (line) => (
      <>
        <Tag colour={stateColours[line.state]}>{stateWords[line.state]}</Tag>
        <Show when={line.sentAt}>
          {(at) => <div class="a-quiet a-small">{`Sent ${toMomentWords(at())}`}</div>}
        </Show>
        <Show when={toDeliveryWords(line)}>{(words) => <div class="a-small">{words()}</div>}</Show>
        <Show when={line.lastError}>
          {(error) => (
            <div class="a-small">{`${error()} (${counted(line.attempts, "attempt")})`}</div>
          )}
        </Show>
      </>
    ),
  },
  {
    key: "act",
    header: "Try again",
    cell: (line) => (
      <Show when={mayGoAgain(line)}>
        <Button
          kind="secondary"
          small
          about={`the mail to ${line.name ?? line.recipient}`}
          onPress={() => again(line)}
        >
          Send again
        </Button>
      </Show>
    ),
  },
];

/** The mails of an area and how far each has come; what did not go out can be sent again. */
export function MailLog() {
  const slug = useAreaSlug();
  const location = useLocation();
  const act = useMailAct();
  const log = useMailLog(() => questionOf(slug(), location.search));
  const [trouble, setTrouble] = createSignal("");
  const again = async ({ id }: MailLine) => {
    const outcome = await act(() => api.mail.again.mutate({ area: slug(), id }));
    setTrouble(outcome.done ? "" : (outcome.message ?? "Nothing was changed. Try again."));
    if (outcome.done) announce("The mail is tried again");
  };
  const line = (total: number) => counted(total, "mail");
  return (
    <Loaded query={log} what="Loading the mails">
      {(known) => (
        <Page
          title="Mails"
          lead="To whom and what about, and how far each has come. What a mail says is its reader’s."
          before={<Breadcrumbs crumbs={[{ text: "Set-up", href: inArea(slug(), "/set-up") }]} />}
        >
          <Show when={trouble()}>
            {(words) => (
              <div role="alert">
                <InsetText>{words()}</InsetText>
              </div>
            )}
          </Show>
          <Columns kind="side-main">
            <FilterPanel groups={filters} search={location.search} />
            <div>
              <FilterChips groups={filters} search={location.search} />
              <ListLine text={line(known().total)} />
              <Table
                caption="Mails"
                captionHidden
                columns={columnsFor((mail) => void again(mail))}
                rows={known().mails}
                search={location.search}
                empty={<EmptyState title="No such mail" />}
              />
              <Pagination
                page={pageIn(location.search)}
                pages={Math.ceil(known().total / pageSize)}
                search={location.search}
              />
            </div>
          </Columns>
        </Page>
      )}
    </Loaded>
  );
}
