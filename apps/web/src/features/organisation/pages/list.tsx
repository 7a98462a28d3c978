import { createSignal, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { sentenceOf } from "../../../lib/trouble.ts";
import {
  EmptyState,
  InsetText,
  Link,
  LinkButton,
  Page,
  PlainButton,
  Table,
  Tag,
} from "../../../ui/index.ts";
import { Said } from "../../partnership/parts/said.tsx";
import { SetUpTrail, useDone, useMayAdminister } from "../../partnership/parts/way.tsx";
import { editOrganisationAddress, organisationAddress } from "../addresses.ts";
import { useOrganisations, type OrganisationLine } from "../data.ts";
import { kindWords } from "../words.ts";

function Acts(props: { organisation: OrganisationLine; onTrouble: (text: string) => void }) {
  const slug = useAreaSlug();
  const finish = useDone();
  const isClosed = () => props.organisation.closedOn !== null;
  const close = async () => {
    const { id, version, name } = props.organisation;
    try {
      await api.organisation.close.mutate({ area: slug(), id, version, isClosed: !isClosed() });
      await finish(`${name} is ${isClosed() ? "open again" : "closed"}`);
    } catch (error) {
      props.onTrouble(sentenceOf(error));
    }
  };
  return (
    <span class="a-acts">
      <Link
        href={editOrganisationAddress(slug(), props.organisation.id)}
        about={props.organisation.name}
      >
        Change
      </Link>
      <PlainButton about={props.organisation.name} onPress={() => void close()}>
        {isClosed() ? "Open again" : "Close"}
      </PlainButton>
    </span>
  );
}

const names = ({ administrators }: OrganisationLine): string =>
  administrators.length === 0 ? "Nobody yet" : administrators.map(({ name }) => name).join(", ");

function Organisations(props: {
  rows: readonly OrganisationLine[];
  onTrouble: (text: string) => void;
}) {
  const slug = useAreaSlug();
  const mayAdminister = useMayAdminister();
  return (
    <Table
      caption="Organisations"
      captionHidden
      rows={props.rows}
      empty={
        <EmptyState title="No organisation yet">
          <p class="govuk-body">Leaders then look after their own days, each for themselves.</p>
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: "Organisation",
          rowHeader: true,
          cell: (row) => (
            <>
              <Link href={organisationAddress(slug(), row.id)}>{row.name}</Link>{" "}
              {row.closedOn !== null && <Tag colour="grey">Closed</Tag>}
              <div class="a-quiet">
                {[kindWords[row.kind], row.school].filter((part) => part !== null).join(", ")}
              </div>
            </>
          ),
        },
        { key: "who", header: "Administered by", cell: names },
        { key: "leaders", header: "Leaders", numeric: true, cell: ({ leaders }) => leaders },
        ...(mayAdminister()
          ? [
              {
                key: "acts",
                header: "Change",
                numeric: true,
                cell: (row: OrganisationLine) => (
                  <Acts organisation={row} onTrouble={props.onTrouble} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Teaching schools, hubs and central teams: who looks after the days of several leaders. */
export function OrganisationList() {
  const slug = useAreaSlug();
  const mayAdminister = useMayAdminister();
  const query = useOrganisations();
  const [trouble, setTrouble] = createSignal<string>();
  return (
    <Loaded query={query} what="Loading the organisations">
      {(found) => (
        <Page
          title="Organisations"
          lead="Teaching schools, hubs and central teams of trusts that look after the days of several leaders, in one place."
          before={<SetUpTrail />}
        >
          <Said />
          <Show when={trouble()}>
            <div role="alert">
              <InsetText>{trouble()}</InsetText>
            </div>
          </Show>
          <Show when={mayAdminister()}>
            <p class="govuk-body">
              <LinkButton href={editOrganisationAddress(slug(), "new")}>
                Add an organisation
              </LinkButton>
            </p>
          </Show>
          <Organisations rows={found()} onTrouble={setTrouble} />
          <p class="govuk-body">
            Invite the people who administer one under{" "}
            <Link href={`/areas/${slug()}/people`}>People</Link>, with the role Leader organisation
            administrator.
          </p>
        </Page>
      )}
    </Loaded>
  );
}
