import { useParams } from "@solidjs/router";
import { createSignal, Show, type JSX } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  Check,
  createForm,
  Form,
  Heading,
  InsetText,
  Page,
  PlainButton,
  Select,
  Table,
} from "../../../ui/index.ts";
import { useCandidates, useZone, type Zone } from "../data.ts";
import { Said } from "../parts/said.tsx";
import { useDone, useWay, ZoneTrail } from "../parts/way.tsx";
import { sending, toStayWords } from "../words.ts";

type Candidates = NonNullable<ReturnType<typeof useCandidates>["data"]>;
type Stay = Zone["panel"][number];
type PartProps = { found: Zone; people: Candidates };

const toChoices = (people: Candidates) =>
  people.map(({ id, name }) => ({ value: String(id), label: name }));

const isNow = ({ toOn }: Stay) => toOn === null;

function Stays(props: { caption: string; stays: readonly Stay[]; onEnd: (stay: Stay) => void }) {
  return (
    <Table
      caption={props.caption}
      captionHidden
      rows={props.stays.filter(isNow)}
      columns={[
        { key: "name", header: "Name", rowHeader: true, cell: (stay) => stay.name },
        { key: "since", header: "When", cell: (stay) => toStayWords(stay) },
        {
          key: "end",
          header: "Change",
          numeric: true,
          cell: (stay) => (
            <span class="a-acts">
              <PlainButton about={stay.name} onPress={() => props.onEnd(stay)}>
                End
              </PlainButton>
            </span>
          ),
        },
      ]}
      empty={<p class="govuk-body">Nobody yet.</p>}
    />
  );
}

function Trouble(props: { text: string | undefined }) {
  return (
    <Show when={props.text}>
      <div role="alert">
        <InsetText>{props.text}</InsetText>
      </div>
    </Show>
  );
}

type SectionProps = {
  title: string;
  lead?: string;
  caption: string;
  stays: readonly Stay[];
  end: (personId: Stay["personId"]) => Promise<unknown>;
  /** What is said of somebody whose part has ended, after the name. */
  ended: string;
  children: JSX.Element;
};

/** Who has a part in the zone now, each with a way to end it, then the form that gives the part to somebody. */
function PeopleSection(props: SectionProps) {
  const finish = useDone();
  const [trouble, setTrouble] = createSignal<string>();
  const end = async ({ personId, name }: Stay) => {
    try {
      await props.end(personId);
      await finish(`${name} ${props.ended}`);
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <section>
      <Heading level={2} size="m">
        {props.title}
      </Heading>
      <Show when={props.lead}>
        <p class="govuk-body">{props.lead}</p>
      </Show>
      <Trouble text={trouble()} />
      <Stays caption={props.caption} stays={props.stays} onEnd={(stay) => void end(stay)} />
      {props.children}
    </section>
  );
}

const useSeen = (props: PartProps) => {
  const slug = useAreaSlug();
  return () => ({
    area: slug(),
    zoneId: props.found.zone.id,
    version: props.found.zone.version,
  });
};

function CoordinatorPart(props: PartProps) {
  const finish = useDone();
  const seen = useSeen(props);
  const form = createForm({
    initial: { personId: "", mayActOnBehalf: true },
    check: ({ personId }) => ({ personId: personId === "" ? "Choose a person" : undefined }),
    submit: (values) =>
      sending(async () => {
        const { changed } = await api.zone.assignCoordinator.mutate({ ...seen(), ...values });
        await finish(changed ? "Coordinator assigned" : "Nothing was changed");
      }),
  });
  return (
    <PeopleSection
      title="Coordinator"
      caption="Coordinator of the zone"
      stays={props.found.coordinators}
      end={(personId) => api.zone.endCoordinator.mutate({ ...seen(), personId })}
      ended="is no longer coordinator"
    >
      <Form form={form} submitLabel="Assign coordinator" label="Coordinator">
        <Select
          label="Assign a coordinator"
          hint="Whoever has the part now hands it over."
          choices={toChoices(props.people)}
          {...form.field("personId")}
        />
        <Check
          label="May act on behalf of the zone’s schools"
          hint="Every such step is recorded as done on behalf."
          {...form.field("mayActOnBehalf")}
        />
      </Form>
    </PeopleSection>
  );
}

function PanelPart(props: PartProps) {
  const finish = useDone();
  const seen = useSeen(props);
  const seated = () => props.found.panel.filter(isNow).map(({ personId }) => personId);
  const form = createForm({
    initial: { panelist: "" },
    check: ({ panelist }) => ({ panelist: panelist === "" ? "Choose a person" : undefined }),
    submit: ({ panelist }) =>
      sending(async () => {
        await api.zone.addPanelMember.mutate({ ...seen(), personId: panelist });
        await finish("Added to the panel");
      }),
  });
  return (
    <PeopleSection
      title="Panel"
      lead="Heads of the zone who agree its brokering rounds."
      caption="Panel of the zone"
      stays={props.found.panel}
      end={(personId) => api.zone.endPanelMember.mutate({ ...seen(), personId })}
      ended="is no longer on the panel"
    >
      <Form form={form} submitLabel="Add to the panel" label="Panel">
        <Select
          label="Add somebody to the panel"
          choices={toChoices(props.people.filter(({ id }) => !seated().includes(id)))}
          {...form.field("panelist")}
        />
      </Form>
    </PeopleSection>
  );
}

export function ZonePeople() {
  const params = useParams();
  const way = useWay();
  const zone = useZone(() => params["zone"] ?? "");
  const people = useCandidates();
  return (
    <Loaded query={zone} what="Loading the zone">
      {(found) => (
        <Page
          title="Coordinator and panel"
          caption={found().zone.name}
          before={
            <ZoneTrail
              crumbs={[{ text: found().zone.name, href: way(`/zones/${found().zone.id}`) }]}
            />
          }
        >
          <Said />
          <Loaded query={people} what="Loading people">
            {(candidates) => (
              <>
                <CoordinatorPart found={found()} people={candidates()} />
                <PanelPart found={found()} people={candidates()} />
              </>
            )}
          </Loaded>
        </Page>
      )}
    </Loaded>
  );
}
