import { useLocation, useNavigate } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  announce,
  Button,
  ButtonRow,
  Card,
  Columns,
  counted,
  EmptyState,
  FilterChips,
  FilterPanel,
  Link,
  LinkButton,
  ListLine,
  Page,
  PlainButton,
  Tag,
  type FilterGroup,
} from "../../../ui/index.ts";
import { stepAddress } from "../../need/addresses.ts";
import { useMenu, useMenuAct, type Menu, type Package } from "../data.ts";
import { stateColours, stateWords, toDayWords, toInterestWords } from "../words.ts";

type Shown = { area: string; menu: Menu };

const filtersOf = (menu: Menu): readonly FilterGroup[] => [
  {
    kind: "many",
    name: "zone",
    label: "Zone",
    choices: menu.zones.map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    kind: "one",
    name: "focus",
    label: "Focus",
    choices: menu.areas.map(({ code, label }) => ({ value: code, label })),
  },
];

const labelIn = ({ areas }: Menu, code: string): string =>
  areas.find((each) => each.code === code)?.label ?? code;

/** One button for each school for which the reader may ask: nearly always one. */
function Ask(props: Shown & { package: Package }) {
  const act = useMenuAct();
  const navigate = useNavigate();
  const [trouble, setTrouble] = createSignal<string>();
  const ask = async (urn: number) => {
    const { area, package: asked } = props;
    const begun: { id?: string } = {};
    const outcome = await act(async () => {
      begun.id = (await api.menu.ask.mutate({ area, id: asked.id, urn })).needId;
    });
    if (outcome.done && begun.id !== undefined) navigate(stepAddress(area, begun.id, "focus"));
    else setTrouble(outcome.done ? undefined : outcome.message);
  };
  return (
    <>
      <Show when={trouble()}>{(words) => <p class="govuk-error-message">{words()}</p>}</Show>
      <ButtonRow>
        <For each={props.menu.ownSchools}>
          {(school) => (
            <Button
              kind="secondary"
              small
              about={props.package.title}
              onPress={() => void ask(school.urn)}
            >
              {props.package.ownInterest ? "Go on with it" : "Ask for this"}
              {props.menu.ownSchools.length > 1 ? ` for ${school.name}` : ""}
            </Button>
          )}
        </For>
      </ButtonRow>
    </>
  );
}

function OwnActs(props: Shown & { package: Package }) {
  const act = useMenuAct();
  const below = (text: string) => inArea(props.area, `/menu/${props.package.id}/${text}`);
  const withdraw = async () => {
    const { area, package: own } = props;
    await act(() => api.menu.withdraw.mutate({ area, id: own.id, version: own.version }));
    announce(`${own.title} withdrawn`);
  };
  return (
    <Show when={Object.values(props.package.may).some(Boolean)}>
      <ButtonRow>
        <Show when={props.package.may.answer}>
          <LinkButton small about={props.package.title} href={below("answer")}>
            Agree or turn down
          </LinkButton>
        </Show>
        <Show when={props.package.may.revise}>
          <Link about={props.package.title} href={below("edit")}>
            Change
          </Link>
        </Show>
        <Show when={props.package.may.withdraw}>
          <PlainButton about={props.package.title} onPress={() => void withdraw()}>
            Withdraw
          </PlainButton>
        </Show>
      </ButtonRow>
    </Show>
  );
}

function OnePackage(props: Shown & { package: Package }) {
  const given = () => props.package;
  const asked = () => given().askedBy.map(({ school }) => school);
  return (
    <Card>
      <h3 class="govuk-heading-m">
        {given().title}
        <Show when={given().state !== "agreed"}>
          {" "}
          <Tag colour={stateColours[given().state]}>{stateWords[given().state]}</Tag>
        </Show>
      </h3>
      <p class="govuk-body">
        <strong>
          {`${labelIn(props.menu, given().focus)}, ${toDayWords(given().halfDays)}, with ${given().leader}`}
        </strong>
      </p>
      <p class="govuk-body a-words">{given().includes}</p>
      <Show when={given().answer !== ""}>
        <p class="govuk-body">
          <strong>The zone says:</strong> <span class="a-words">{given().answer}</span>
        </p>
      </Show>
      <p class="govuk-body a-quiet">
        {`${toInterestWords(given().interest)}${asked().length > 0 ? `: ${asked().join(", ")}` : ""}.`}
      </p>
      <Show when={given().state === "agreed"}>
        <Ask {...props} />
      </Show>
      <OwnActs {...props} />
    </Card>
  );
}

function Packages(props: Shown) {
  const zones = () => [...Map.groupBy(props.menu.packages, ({ zone }) => zone)];
  return (
    <Show
      when={props.menu.packages.length > 0}
      fallback={
        <EmptyState title="Nothing in the menu">
          <p class="govuk-body">No package fits, or none has been published yet.</p>
        </EmptyState>
      }
    >
      <For each={zones()}>
        {([zone, packages]) => (
          <>
            <h2 class="govuk-heading-l">{zone}</h2>
            <Columns kind="halves">
              <For each={packages}>
                {(each) => <OnePackage area={props.area} menu={props.menu} package={each} />}
              </For>
            </Columns>
          </>
        )}
      </For>
    </Show>
  );
}

function Whole(props: Shown) {
  const location = useLocation();
  const groups = () => filtersOf(props.menu);
  return (
    <Page
      title="Menu of support"
      lead="What leaders offer in each zone, as its schools have agreed. Asking begins a draft; nothing leaves your school without your click."
    >
      <Show when={props.menu.publishesFor.length > 0}>
        <ButtonRow>
          <LinkButton kind="secondary" href={inArea(props.area, "/menu/new")}>
            Publish a package
          </LinkButton>
        </ButtonRow>
      </Show>
      <Columns kind="side-main">
        <FilterPanel groups={groups()} search={location.search} />
        <div>
          <FilterChips groups={groups()} search={location.search} />
          <ListLine text={counted(props.menu.packages.length, "package")}>{""}</ListLine>
          <Packages {...props} />
        </div>
      </Columns>
    </Page>
  );
}

/** The menus of the zones: what is offered, by whom, and a way to ask for it. */
export function ZoneMenu() {
  const slug = useAreaSlug();
  const location = useLocation();
  const menu = useMenu(() => {
    const params = new URLSearchParams(location.search);
    const focus = params.get("focus") ?? "";
    return {
      area: slug(),
      zones: params.getAll("zone"),
      areas: focus === "" ? [] : [focus],
    };
  });
  return (
    <Loaded query={menu} what="Loading the menu">
      {(known) => <Whole area={slug()} menu={known()} />}
    </Loaded>
  );
}
