import { daysBetween, londonDateOf } from "@alongside/domain/calendar";
import { useParams } from "@solidjs/router";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords, toMomentWords } from "../../../lib/words.ts";
import {
  announce,
  Breadcrumbs,
  Button,
  ButtonRow,
  Clock,
  Columns,
  InsetText,
  Link,
  LinkButton,
  Page,
  Tag,
  Timeline,
  WhoActsNext,
} from "../../../ui/index.ts";
import { visitAddress, visitsAddress, workAddress } from "../addresses.ts";
import { useVisit, useVisitAct, type VisitPage } from "../data.ts";
import { Actions } from "../parts/actions.tsx";
import { Note } from "../parts/note.tsx";
import {
  stateColours,
  stateWords,
  toLength,
  toMomentTitle,
  toPlaceWords,
  toVisitDay,
} from "../words.ts";

type Shown = { area: string; visit: VisitPage };

function Next(props: Shown) {
  const leader = () => props.visit.leader.name;
  const due = () => (
    <Show when={props.visit.noteDue}>
      {(last) => (
        <Clock
          what="Record"
          days={daysBetween(props.visit.today, londonDateOf(last()))}
          on={toDateWords(last())}
        />
      )}
    </Show>
  );
  return (
    <Switch>
      <Match when={props.visit.state === "planned" && props.visit.date > props.visit.today}>
        <WhoActsNext who={leader()} what={`visits on ${toVisitDay(props.visit.date)}`} />
      </Match>
      <Match when={props.visit.state === "planned" || props.visit.state === "done"}>
        <WhoActsNext
          who={props.visit.may.record ? "You" : leader()}
          what={props.visit.may.record ? "write the record" : "writes the record"}
          by={due()}
        />
      </Match>
      <Match when={props.visit.state === "noted"}>
        <WhoActsNext
          who={props.visit.may.judge ? "You" : "The head"}
          what={
            props.visit.may.judge
              ? "say whether the record is accurate"
              : "says whether the record is accurate"
          }
        />
      </Match>
      <Match when={props.visit.state === "marked-inaccurate"}>
        <WhoActsNext
          who={props.visit.may.amend ? "You" : leader()}
          what={props.visit.may.amend ? "put the record right" : "puts the record right"}
        />
      </Match>
    </Switch>
  );
}

function Acts(props: Shown) {
  const act = useVisitAct();
  const [trouble, setTrouble] = createSignal<string>();
  const to = (what: string) => visitAddress(props.area, props.visit.id, what);
  const agree = async () => {
    const { id, version } = props.visit;
    const given = { area: props.area, id, version };
    const outcome = await act(() => api.visit.agree.mutate(given));
    setTrouble(outcome.done ? undefined : outcome.message);
    if (outcome.done) announce("You agreed that the record is accurate");
  };
  return (
    <>
      <Show when={trouble()}>
        <InsetText>{trouble()}</InsetText>
      </Show>
      <ButtonRow>
        <Show when={props.visit.may.record}>
          <LinkButton href={to("record")}>Record the visit</LinkButton>
        </Show>
        <Show when={props.visit.may.amend}>
          <LinkButton href={to("record")}>Put the record right</LinkButton>
        </Show>
        <Show when={props.visit.may.judge}>
          <Button onPress={() => void agree()}>It is accurate</Button>
          <LinkButton kind="secondary" href={to("inaccurate")}>
            Something is not accurate
          </LinkButton>
        </Show>
        <Show when={props.visit.may.move}>
          <LinkButton kind="secondary" href={to("move")}>
            Move it
          </LinkButton>
        </Show>
        <Show when={props.visit.may.cancel}>
          <LinkButton kind="secondary" href={to("cancel")}>
            Cancel it
          </LinkButton>
        </Show>
      </ButtonRow>
    </>
  );
}

function Story(props: Shown) {
  return (
    <>
      <h2 class="govuk-heading-m">What happened</h2>
      <Timeline
        label="What happened"
        items={props.visit.timeline.map(({ at, kind, by, isOnBehalf }) => ({
          title: toMomentTitle(kind),
          at,
          when: toMomentWords(at),
          by: by === null ? undefined : `${by}${isOnBehalf ? ", on behalf of that side" : ""}`,
        }))}
      />
    </>
  );
}

function Records(props: Shown) {
  return (
    <>
      <Show when={props.visit.note}>
        {(note) => (
          <>
            <h2 class="govuk-heading-m">Record of the visit</h2>
            <Note note={note()} visit={props.visit} />
          </>
        )}
      </Show>
      <Show when={props.visit.wrong}>
        {(wrong) => (
          <InsetText>
            <p>The head said that this was not accurate:</p>
            <p class="a-words">{wrong()}</p>
          </InsetText>
        )}
      </Show>
      <Show when={props.visit.before}>
        {(before) => (
          <>
            <h2 class="govuk-heading-m">The record as it stood before</h2>
            <Note note={before()} visit={props.visit} />
          </>
        )}
      </Show>
      <Show when={!props.visit.isReader}>
        <p class="govuk-body">What was seen is for the school, its leader and the partnership.</p>
      </Show>
      <Actions {...props} />
    </>
  );
}

function Whole(props: Shown) {
  return (
    <Page
      title={toVisitDay(props.visit.date)}
      caption={`${props.visit.leader.name} at ${props.visit.school.name}`}
      lead={`From ${props.visit.startsAt}, ${toLength(props.visit.halfDays)}. ${toPlaceWords(props.visit.place)}`}
      before={<Breadcrumbs crumbs={[{ text: "Visits", href: visitsAddress(props.area) }]} />}
    >
      <p class="a-tags">
        <Tag colour={stateColours[props.visit.state]}>{stateWords[props.visit.state]}</Tag>{" "}
        <Link href={workAddress(props.area, props.visit.deploymentId, "visits")}>
          All visits of this work
        </Link>
      </p>
      <Next {...props} />
      <For each={props.visit.reason === null ? [] : [props.visit.reason]}>
        {(reason) => (
          <InsetText>
            <span class="a-words">{reason}</span>
          </InsetText>
        )}
      </For>
      <Acts {...props} />
      <Columns kind="main-side">
        <div>
          <Records {...props} />
        </div>
        <div>
          <Story {...props} />
        </div>
      </Columns>
    </Page>
  );
}

/** A visit's own page: when and where, who acts next, the record and what happened. */
export function OneVisit() {
  const slug = useAreaSlug();
  const params = useParams();
  const visit = useVisit(() => ({ area: slug(), id: params["visit"] ?? "" }));
  return (
    <Loaded query={visit} what="Loading the visit">
      {(known) => <Whole area={slug()} visit={known()} />}
    </Loaded>
  );
}
