import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { createForm, Form, Heading, Select } from "../../../ui/index.ts";
import { say } from "../../partnership/parts/said.tsx";
import { sending } from "../../partnership/words.ts";
import { useOrganisationRefresh, type OrganisationHome } from "../data.ts";

type Elsewhere = OrganisationHome["elsewhere"][number];

const labelOf = ({ name, homeSchool, isElsewhere }: Elsewhere): string =>
  `${name}, ${homeSchool}${isElsewhere ? " (in another organisation now)" : ""}`;

/** For those who manage leaders: whose days this organisation looks after from now on. */
export function PlaceLeader(props: { home: OrganisationHome }) {
  const slug = useAreaSlug();
  const refresh = useOrganisationRefresh();
  const place = async (personId: string) => {
    const leader = props.home.elsewhere.find((each) => each.personId === personId);
    if (leader === undefined) return;
    const { version, name } = leader;
    const placement = { area: slug(), personId, version, organisationId: props.home.id };
    await api.organisation.placeLeader.mutate(placement);
    say(`${name} is in ${props.home.name} now`);
    await refresh();
  };
  const form = createForm({
    initial: { personId: "" },
    check: ({ personId }) => ({ personId: personId === "" ? "Choose a leader" : undefined }),
    submit: ({ personId }) => sending(() => place(personId)),
  });
  return (
    <Show when={props.home.may.manage && props.home.closedOn === null}>
      <Heading level={2} size="m">
        Add a leader
      </Heading>
      <Form form={form} label="Add a leader" submitLabel="Add leader">
        <Select
          label="Leader"
          hint="The organisation can publish and answer for them from then on, and so can they."
          choices={props.home.elsewhere.map((leader) => ({
            value: leader.personId,
            label: labelOf(leader),
          }))}
          {...form.field("personId")}
        />
      </Form>
    </Show>
  );
}
