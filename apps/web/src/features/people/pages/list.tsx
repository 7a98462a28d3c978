import { useLocation } from "@solidjs/router";
import { areaRoles } from "@alongside/domain/identity";
import { createSignal, For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { useSession } from "../../../app/session.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  ButtonRow,
  counted,
  EmptyState,
  Filtered,
  Link,
  LinkButton,
  Page,
  pageIn,
  PlainButton,
  Results,
  sortOf,
  Table,
  Tag,
  type FilterGroup,
} from "../../../ui/index.ts";
import { roleWords } from "../../session/role-words.ts";
import { usePeople, useZoneChoices, type PersonLine } from "../data.ts";
import { download } from "../download.ts";
import { Said, Trouble } from "../parts/said.tsx";
import { roleInPlace } from "../words.ts";

const pageSize = 50;

const questionOf = (search: string) => {
  const params = new URLSearchParams(search);
  const one = (name: string) => params.get(name) || undefined;
  const state = one("state");
  return {
    words: one("words"),
    role: areaRoles.find((role) => role === one("role")),
    zone: one("zone"),
    state: state === "active" || state === "deactivated" ? state : undefined,
  } as const;
};

const orderOf = (search: string) => {
  const order = sortOf(search);
  return {
    sort: order?.key === "seen" ? "seen" : "name",
    isDescending: order?.direction === "descending",
  } as const;
};

function PeopleTable(props: { area: string; people: readonly PersonLine[]; search: string }) {
  return (
    <Table
      caption="People"
      captionHidden
      search={props.search}
      sortedBy={{ key: "name", direction: "ascending" }}
      rows={props.people}
      columns={[
        {
          key: "name",
          header: "Name",
          rowHeader: true,
          sortable: true,
          cell: (person) => (
            <>
              <Link href={inArea(props.area, `/people/${person.id}`)}>{person.name}</Link>{" "}
              <Show when={person.deactivatedAt !== null}>
                <Tag colour="grey">Deactivated</Tag>
              </Show>
              <div class="a-quiet">{person.email}</div>
            </>
          ),
        },
        {
          key: "roles",
          header: "Roles and places",
          cell: (person) => (
            <For each={person.grants}>{(grant) => <div>{roleInPlace(grant)}</div>}</For>
          ),
        },
        {
          key: "seen",
          header: "Last seen",
          sortable: true,
          cell: (person) => (person.lastSeenAt === null ? "Never" : toDateWords(person.lastSeenAt)),
        },
      ]}
      empty={
        <EmptyState title="Nobody fits these filters">
          <p class="govuk-body">Take a filter away, or look for another name.</p>
        </EmptyState>
      }
    />
  );
}

/** The people of an area, as far as one may read them: filters and page live in the address. */
export function PeopleList() {
  const slug = useAreaSlug();
  const location = useLocation();
  const session = useSession();
  const area = () => session.data?.areas.find((each) => each.slug === slug());
  const zones = useZoneChoices(slug);
  const [trouble, setTrouble] = createSignal<string>();
  const people = usePeople(() => ({
    area: slug(),
    ...questionOf(location.search),
    ...orderOf(location.search),
    offset: (pageIn(location.search) - 1) * pageSize,
    limit: pageSize,
  }));
  const groups = (): readonly FilterGroup[] => [
    { kind: "search", name: "words", label: "Name or e-mail address" },
    {
      kind: "one",
      name: "role",
      label: "Role",
      choices: areaRoles.map((value) => ({ value, label: roleWords[value] })),
    },
    {
      kind: "one",
      name: "zone",
      label: "Coordinates the zone",
      choices: (zones.data?.zones ?? []).map(({ value, label }) => ({ value, label })),
    },
    {
      kind: "one",
      name: "state",
      label: "Account",
      choices: [
        { value: "active", label: "Active" },
        { value: "deactivated", label: "Deactivated" },
      ],
    },
  ];
  const keep = async (kind: "csv" | "xlsx") => {
    const address = `/files/areas/${slug()}/people.${kind}${location.search}`;
    setTrouble(await download(address, `${slug()}-people.${kind}`));
  };
  return (
    <Page title="People">
      <Said />
      <Trouble text={trouble()} />
      <ButtonRow>
        <Show when={area()?.mayInvite}>
          <LinkButton href={inArea(slug(), "/people/invite")}>Invite someone</LinkButton>
          <Link href={inArea(slug(), "/people/invite-many")}>Invite many</Link>
        </Show>
        <Link href={inArea(slug(), "/people/invitations")}>Open invitations</Link>
        <Show when={area()?.mayReadAccessLog}>
          <Link href={inArea(slug(), "/people/access")}>Access log</Link>
        </Show>
      </ButtonRow>
      <Filtered groups={groups()} search={location.search}>
        <Loaded query={people} what="Loading people">
          {(found) => (
            <Results
              text={counted(found().total, "person", "people")}
              total={found().total}
              size={pageSize}
              search={location.search}
              acts={
                <>
                  <PlainButton onPress={() => void keep("csv")}>Download as CSV</PlainButton>
                  {" · "}
                  <PlainButton onPress={() => void keep("xlsx")}>Download as XLSX</PlainButton>
                </>
              }
            >
              <PeopleTable area={slug()} people={found().people} search={location.search} />
            </Results>
          )}
        </Loaded>
      </Filtered>
    </Page>
  );
}
