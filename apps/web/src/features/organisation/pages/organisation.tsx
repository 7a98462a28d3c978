import { useParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { sentenceOf } from "../../../lib/trouble.ts";
import {
  Columns,
  counted,
  EmptyState,
  InsetText,
  Link,
  LinkButton,
  Page,
  PlainButton,
  StatTile,
  Table,
  type Column,
} from "../../../ui/index.ts";
import { editorAddress, leaderAddress } from "../../capacity/addresses.ts";
import { SupplyTag } from "../../capacity/parts/state-tag.tsx";
import { toDayNumber, toDays, toTerm } from "../../capacity/words.ts";
import { Said, say } from "../../partnership/parts/said.tsx";
import {
  useOrganisation,
  useOrganisationRefresh,
  type LeaderLine,
  type OrganisationHome,
  type TermLine,
} from "../data.ts";
import { kindWords } from "../words.ts";
import { PlaceLeader } from "../parts/place-leader.tsx";

/** The half-days that are free in a term, of all leaders whose promise is good. */
const freeIn = ({ leaders }: OrganisationHome, term: number): number =>
  leaders.reduce((sum, { terms }) => {
    const line = terms[term];
    return line?.state === "ready" ? sum + line.free : sum;
  }, 0);

const waiting = ({ leaders }: OrganisationHome): number =>
  leaders.filter(({ terms }) => ["silent", "lapsed"].includes(terms[0]?.state ?? "")).length;

/** What there is to do about a term. */
const nextWords: Readonly<Partial<Record<TermLine["state"], string>>> = {
  silent: "Answer",
  lapsed: "Reconfirm",
};

function TermCell(props: { line: TermLine | null; href: string; leader: string; term: string }) {
  return (
    <Show when={props.line}>
      {(line) => (
        <>
          <SupplyTag state={line().state} />
          <Show when={line().published > 0}>
            <div class="a-quiet">
              {`${toDayNumber(line().free)} of ${toDays(line().published)} left`}
            </div>
          </Show>
          <div>
            <Link href={props.href} about={`${props.leader}, ${props.term}`}>
              {nextWords[line().state] ?? "Change"}
            </Link>
          </div>
        </>
      )}
    </Show>
  );
}

function Leaders(props: { home: OrganisationHome; onOut: (leader: LeaderLine) => void }) {
  const slug = useAreaSlug();
  const termColumns = (): readonly Column<LeaderLine>[] =>
    props.home.terms.map((term, index) => ({
      key: term.id,
      header: toTerm(term),
      cell: (leader) => (
        <TermCell
          line={leader.terms[index] ?? null}
          href={editorAddress(slug(), leader.personId, term.id)}
          leader={leader.name}
          term={toTerm(term)}
        />
      ),
    }));
  return (
    <Table
      caption="Leaders and their days"
      captionHidden
      rows={props.home.leaders}
      empty={
        <EmptyState title="No leader is in this organisation yet">
          <p class="govuk-body">The partnership adds leaders to it.</p>
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: "Leader",
          rowHeader: true,
          cell: (leader) => (
            <>
              <Link href={leaderAddress(slug(), leader.personId)}>{leader.name}</Link>
              <div class="a-quiet">{leader.homeSchool}</div>
            </>
          ),
        },
        ...termColumns(),
        ...(props.home.may.manage
          ? [
              {
                key: "acts",
                header: "Change",
                numeric: true,
                cell: (leader: LeaderLine) => (
                  <PlainButton about={leader.name} onPress={() => props.onOut(leader)}>
                    Take out
                  </PlainButton>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Tiles(props: { home: OrganisationHome }) {
  return (
    <Columns kind="tiles">
      <StatTile value={String(props.home.leaders.length)} label="Leaders" />
      <StatTile value={String(waiting(props.home))} label="To answer or reconfirm this term" />
      <StatTile value={toDayNumber(freeIn(props.home, 0))} label="Days left this term" />
    </Columns>
  );
}

/** One place for the days of several leaders: what each gives in this term and the next two, and what is left. */
export function OrganisationPage() {
  const params = useParams();
  const slug = useAreaSlug();
  const refresh = useOrganisationRefresh();
  const query = useOrganisation(() => params["organisation"] ?? "");
  const [trouble, setTrouble] = createSignal<string>();
  const takeOut = async ({ personId, version, name }: LeaderLine) => {
    try {
      const placement = { area: slug(), personId, version, organisationId: null };
      await api.organisation.placeLeader.mutate(placement);
      say(`${name} looks after their own days now`);
      await refresh();
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <Loaded query={query} what="Loading the organisation">
      {(home) => (
        <Page
          title={home().name}
          lead={`${[kindWords[home().kind], home().school].filter((part) => part !== null).join(", ")}: ${counted(home().leaders.length, "leader")} whose days are kept here.`}
        >
          <Said />
          <Show when={trouble()}>
            <div role="alert">
              <InsetText>{trouble()}</InsetText>
            </div>
          </Show>
          <Tiles home={home()} />
          <Leaders home={home()} onOut={(leader) => void takeOut(leader)} />
          <Show when={home().may.invite && !home().may.manage}>
            <p class="govuk-body">
              <LinkButton href={inArea(slug(), "/people/invite")} kind="secondary">
                Invite a leader
              </LinkButton>
            </p>
          </Show>
          <PlaceLeader home={home()} />
        </Page>
      )}
    </Loaded>
  );
}
