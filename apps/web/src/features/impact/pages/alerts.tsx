import { For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  announce,
  Card,
  createForm,
  Details,
  EmptyState,
  Form,
  Link,
  Page,
  Tag,
  TextArea,
} from "../../../ui/index.ts";
import { useAlerts, useImpactAct, type Alerts } from "../data.ts";
import { alertWords } from "../words.ts";

type Alert = Alerts["alerts"][number];

function Handling(props: { area: string; alert: Alert }) {
  const act = useImpactAct();
  const form = createForm({
    initial: { words: "" },
    check: ({ words }) => ({ words: words.trim() === "" ? "Say what was done" : undefined }),
    submit: async ({ words }) => {
      const { id, version } = props.alert;
      const given = { area: props.area, id, version, words };
      const outcome = await act(() => api.impact.handleAlert.mutate(given));
      if (outcome.done) announce("The alert was handled");
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel="Handled" label={`Alert about ${props.alert.leader.name}`}>
      <TextArea {...form.field("words")} label="What was done about it?" limit={1000} />
    </Form>
  );
}

function One(props: { area: string; alert: Alert }) {
  return (
    <Card>
      <h2 class="govuk-heading-s">
        {`${alertWords[props.alert.kind]}: ${toDateWords(props.alert.on)}`}
      </h2>
      <p class="govuk-body">
        <Link href={inArea(props.area, `/leaders/${props.alert.leader.personId}`)}>
          {props.alert.leader.name}
        </Link>
        {props.alert.homeSchool === null ? "" : `, ${props.alert.homeSchool}`}
        {" · "}
        <Link
          href={inArea(props.area, `/leaders/${props.alert.leader.personId}/track-record`)}
          about={`of ${props.alert.leader.name}`}
        >
          Track record
        </Link>
      </p>
      <Show
        when={props.alert.handledAt}
        fallback={
          <Details summary={`Say what was done about ${props.alert.leader.name}`}>
            <Handling area={props.area} alert={props.alert} />
          </Details>
        }
      >
        {(at) => (
          <p class="govuk-body">
            <Tag colour="green">Handled</Tag>
            {` ${toDateWords(at())}: `}
            <span class="a-words">{props.alert.handledWords}</span>
          </p>
        )}
      </Show>
    </Card>
  );
}

/** What has changed around leaders who are promised to schools. */
export function LeaderAlerts() {
  const slug = useAreaSlug();
  const alerts = useAlerts(slug);
  return (
    <Loaded query={alerts} what="Loading the alerts">
      {(known) => (
        <Page
          title="Alerts about leaders"
          lead="Raised when the own school of a leader who is promised elsewhere has a new inspection, a new head or an open concern, or a review of the designation falls due."
        >
          <Show when={known().alerts.length > 0} fallback={<EmptyState title="No alert" />}>
            <For each={known().alerts}>{(alert) => <One area={slug()} alert={alert} />}</For>
          </Show>
        </Page>
      )}
    </Loaded>
  );
}
