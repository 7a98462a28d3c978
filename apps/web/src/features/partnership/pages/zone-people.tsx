import { useParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
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

function CoordinatorPart(props: PartProps) {
  const slug = useAreaSlug();
  const finish = useDone();
  const [trouble, setTrouble] = createSignal<string>();
  const seen = () => ({
    area: slug(),
    zoneId: props.found.zone.id,
    version: props.found.zone.version,
  });
  const form = createForm({
    initial: { personId: "", mayActOnBehalf: true },
    check: ({ personId }) => ({ personId: personId === "" ? "Choose a person" : undefined }),
    submit: (values) =>
      sending(async () => {
        const { changed } = await api.zone.assignCoordinator.mutate({ ...seen(), ...values });
        await finish(changed ? "Coordinator assigned" : "Nothing was changed");
      }),
  });
  const end = async ({ personId, name }: Stay) => {
    try {
      await api.zone.endCoordinator.mutate({ ...seen(), personId });
      await finish(`${name} is no longer coordinator`);
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <section>
      <Heading level={2} size="m">
        Coordinator
      </Heading>
      <Trouble text={trouble()} />
      <Stays
        caption="Coordinator of the zone"
        stays={props.found.coordinators}
        onEnd={(stay) => void end(stay)}
      />
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
    </section>
  );
}

function PanelPart(props: PartProps) {
  const slug = useAreaSlug();
  const finish = useDone();
  const [trouble, setTrouble] = createSignal<string>();
  const seen = () => ({
    area: slug(),
    zoneId: props.found.zone.id,
    version: props.found.zone.version,
  });
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
  const end = async ({ personId, name }: Stay) => {
    try {
      await api.zone.endPanelMember.mutate({ ...seen(), personId });
      await finish(`${name} is no longer on the panel`);
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <section>
      <Heading level={2} size="m">
        Panel
      </Heading>
      <p class="govuk-body">Heads of the zone who agree its brokering rounds.</p>
      <Trouble text={trouble()} />
      <Stays
        caption="Panel of the zone"
        stays={props.found.panel}
        onEnd={(stay) => void end(stay)}
      />
      <Form form={form} submitLabel="Add to the panel" label="Panel">
        <Select
          label="Add somebody to the panel"
          choices={toChoices(props.people.filter(({ id }) => !seated().includes(id)))}
          {...form.field("panelist")}
        />
      </Form>
    </section>
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
