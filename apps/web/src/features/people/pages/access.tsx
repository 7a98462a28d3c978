import { useLocation } from "@solidjs/router";
import { accessGroups, areaRoles } from "@alongside/domain/identity";
import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toMomentWords } from "../../../lib/words.ts";
import {
  EmptyState,
  Filtered,
  Link,
  Page,
  Table,
  withParam,
  type FilterGroup,
} from "../../../ui/index.ts";
import { roleWords } from "../../session/role-words.ts";
import { useAccessLog, type AccessLine } from "../data.ts";
import { PeopleTrail } from "../parts/people-trail.tsx";
import { accessWords, groupWords } from "../words.ts";

const periods = [
  { value: "1", label: "The last day" },
  { value: "7", label: "The last week" },
  { value: "30", label: "The last 30 days" },
] as const;

const groups: readonly FilterGroup[] = [
  { kind: "search", name: "words", label: "Name", hint: "Of who did it, or whom it is about" },
  { kind: "one", name: "days", label: "When", choices: periods },
  {
    kind: "one",
    name: "group",
    label: "What",
    choices: accessGroups.map((value) => ({ value, label: groupWords[value] })),
  },
];

const actorOf = ({ actorName, actor }: AccessLine): string =>
  actorName ?? (actor === "command-line" ? "The command line" : "Somebody not signed in");

/** The person, or the school whose need it was. */
const aboutOf = ({ subjectName, schoolName }: AccessLine): string =>
  subjectName ?? schoolName ?? "";

const roleIn = ({ role }: AccessLine): string | undefined =>
  areaRoles.flatMap((each) => (each === role ? [roleWords[each]] : []))[0];

/** Who came in, who may do what, whose account changed, who read what is sensitive: the newest first. */
export function AccessLog() {
  const slug = useAreaSlug();
  const location = useLocation();
  const params = () => new URLSearchParams(location.search);
  const log = useAccessLog(() => ({
    area: slug(),
    group: accessGroups.find((group) => group === params().get("group")),
    words: params().get("words") || undefined,
    days:
      Number(periods.find(({ value }) => value === params().get("days"))?.value ?? 0) || undefined,
    ...(params().get("before") ? { before: Number(params().get("before")) } : {}),
  }));
  return (
    <Page
      title="Access log"
      lead="Sign-ins, changes of rights and accounts, and reads of what is sensitive."
      before={<PeopleTrail area={slug()} />}
    >
      <Filtered groups={groups} search={location.search}>
        <Loaded query={log} what="Loading the log">
          {(found) => (
            <>
              <Table
                caption="Access log"
                captionHidden
                rows={found().lines}
                columns={[
                  { key: "at", header: "When", cell: (line) => toMomentWords(line.at) },
                  { key: "who", header: "Who", rowHeader: true, cell: actorOf },
                  {
                    key: "what",
                    header: "What",
                    cell: (line) => (
                      <>
                        {accessWords[line.kind] ?? line.kind}
                        <Show when={roleIn(line) ?? line.what}>
                          {(more) => <div class="a-quiet a-small">{more()}</div>}
                        </Show>
                      </>
                    ),
                  },
                  { key: "about", header: "About", cell: aboutOf },
                  { key: "from", header: "From", cell: (line) => line.address ?? "" },
                ]}
                empty={
                  <EmptyState title="Nothing here">
                    <p class="govuk-body">No entry fits these filters.</p>
                  </EmptyState>
                }
              />
              <Show when={found().next}>
                {(next) => (
                  <Link href={withParam(location.search, "before", String(next()))}>
                    Older entries
                  </Link>
                )}
              </Show>
            </>
          )}
        </Loaded>
      </Filtered>
    </Page>
  );
}
