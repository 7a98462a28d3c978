import { useLocation } from "@solidjs/router";
import { zoneServes } from "@alongside/domain/partnership";
import { Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  Button,
  ButtonRow,
  Checkboxes,
  counted,
  createForm,
  DateTextField,
  EmptyState,
  FilterChips,
  FilterPanel,
  Form,
  isoOfText,
  LinkButton,
  ListLine,
  Page,
  Select,
  Columns,
  type FilterGroup,
} from "../../../ui/index.ts";
import { usePlaceable, useZones, type PlaceableSchool, type ZoneLine } from "../data.ts";
import { Said } from "../parts/said.tsx";
import { SetUpTrail, useDone, useWay } from "../parts/way.tsx";
import { phaseGroupShort, sending } from "../words.ts";

const groups = ["primary", "secondary", "special"] as const;

const filtersOf = (zones: readonly ZoneLine[]): readonly FilterGroup[] => [
  { kind: "search", name: "words", label: "Name or town" },
  {
    kind: "one",
    name: "group",
    label: "Phase",
    choices: groups.map((value) => ({ value, label: phaseGroupShort[value] })),
  },
  {
    kind: "one",
    name: "zone",
    label: "Is now in",
    choices: [
      { value: "none", label: "No zone" },
      ...zones.map(({ id, name }) => ({ value: String(id), label: name })),
    ],
  },
];

const fits = (school: PlaceableSchool, params: URLSearchParams): boolean => {
  const words = (params.get("words") ?? "").toLowerCase();
  const group = params.get("group") ?? "";
  const zone = params.get("zone") ?? "";
  const text = `${school.name} ${school.town ?? ""}`.toLowerCase();
  return (
    text.includes(words) &&
    (group === "" || school.groups.some((each) => each === group)) &&
    (zone === "" ||
      (zone === "none" ? school.zones.length === 0 : school.zones.some(({ id }) => id === zone)))
  );
};

const whereNow = (school: PlaceableSchool): string => {
  const zones = school.zones.map(({ name }) => name).join(", ");
  return [school.town ?? "", zones === "" ? "in no zone" : `in ${zones}`]
    .filter((part) => part !== "")
    .join(", ");
};

const toChoices = (schools: readonly PlaceableSchool[]) =>
  schools.map((school) => ({
    value: String(school.urn),
    label: school.name,
    hint: whereNow(school),
  }));

type ListProps = {
  schools: readonly PlaceableSchool[];
  zones: readonly ZoneLine[];
  to: string;
};

const placedWords = (counts: { placed: number; moved: number; unchanged: number }): string => {
  const changed = counts.placed + counts.moved;
  return changed === 0
    ? "Nothing was changed: they were there already"
    : `${counted(changed, "school")} placed`;
};

const usePlacing = (props: ListProps) => {
  const slug = useAreaSlug();
  const finish = useDone();
  const initial: { zoneId: string; fromOn: string; schools: readonly string[] } = {
    zoneId: untrack(() => props.to),
    fromOn: toDateWords(new Date().toISOString()),
    schools: [],
  };
  const form = createForm({
    initial,
    check: (values) => ({
      zoneId: values.zoneId === "" ? "Choose a zone" : undefined,
      fromOn: isoOfText(values.fromOn) === undefined ? "Enter a date, such as 2 9 2026" : undefined,
      schools: values.schools.length === 0 ? "Choose one school or more" : undefined,
    }),
    submit: ({ zoneId, fromOn, schools }) =>
      sending(async () => {
        const chosen = props.schools.filter(({ urn }) => schools.includes(String(urn)));
        const counts = await api.zone.place.mutate({
          area: slug(),
          zoneId,
          fromOn: isoOfText(fromOn) ?? "",
          schools: chosen.map(({ urn, zones }) => ({ urn, seenIn: zones.map(({ id }) => id) })),
        });
        form.set("schools", []);
        await finish(placedWords(counts));
        globalThis.scrollTo(0, 0);
      }),
  });
  return form;
};

function PlaceForm(props: ListProps) {
  const form = usePlacing(props);
  const zone = () => props.zones.find(({ id }) => id === form.values().zoneId);
  const offered = () => {
    const group = zone()?.phaseGroup ?? "all";
    return props.schools.filter((school) => school.groups.some((each) => zoneServes(group, each)));
  };
  const all = () => offered().map(({ urn }) => String(urn));
  return (
    <Form form={form} submitLabel="Place schools" label="Place schools">
      <Select
        label="Place in"
        choices={props.zones.map(({ id, name, phaseGroup }) => ({
          value: String(id),
          label: `${name} (${phaseGroupShort[phaseGroup].toLowerCase()})`,
        }))}
        {...form.field("zoneId")}
      />
      <DateTextField
        label="From"
        hint="Today or a day before. A school that moves leaves its old zone on the same day."
        {...form.field("fromOn")}
      />
      <ListLine
        text={`${counted(offered().length, "school")}, ${form.values().schools.length} chosen`}
      >
        <ButtonRow>
          <Button kind="secondary" small onPress={() => form.set("schools", all())}>
            Choose all
          </Button>
          <Button kind="secondary" small onPress={() => form.set("schools", [])}>
            Choose none
          </Button>
        </ButtonRow>
      </ListLine>
      <div class="a-many">
        <Checkboxes
          label="Schools"
          small
          choices={toChoices(offered())}
          {...form.field("schools")}
        />
      </div>
    </Form>
  );
}

export function PlaceSchools() {
  const location = useLocation();
  const way = useWay();
  const zones = useZones();
  const schools = usePlaceable();
  const params = () => new URLSearchParams(location.search);
  const open = () => zones.data?.zones.filter(({ closedOn }) => closedOn === null) ?? [];
  return (
    <Loaded query={schools} what="Loading schools">
      {(found) => (
        <Page title="Place schools in zones" before={<SetUpTrail />}>
          <Said />
          <Show
            when={open().length > 0}
            fallback={
              <EmptyState title="No zones yet">
                <LinkButton href={way("/set-up/zones/new")}>Create a zone</LinkButton>
              </EmptyState>
            }
          >
            <Columns kind="side-main">
              <FilterPanel groups={filtersOf(open())} search={location.search} />
              <div>
                <FilterChips groups={filtersOf(open())} search={location.search} />
                <PlaceForm
                  schools={found().filter((school) => fits(school, params()))}
                  zones={open()}
                  to={params().get("to") ?? ""}
                />
              </div>
            </Columns>
          </Show>
        </Page>
      )}
    </Loaded>
  );
}
