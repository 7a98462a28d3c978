import { useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { useLive } from "../../../lib/live.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  Breadcrumbs,
  ButtonRow,
  Columns,
  counted,
  InsetText,
  Link,
  LinkButton,
  Page,
} from "../../../ui/index.ts";
import { FilesOfNeed } from "../../attachment/files.tsx";
import { actsOn, actWords, isForward } from "../acts.ts";
import { needAddress, needsAddress, queueAddress, stepAddress } from "../addresses.ts";
import { NextLeader } from "../../offer/parts/next-leader.tsx";
import { useNeed, useNeedChoices, type NeedChoices, type NeedPage } from "../data.ts";
import { Answers } from "../parts/answers.tsx";
import { DraftActs } from "../parts/draft-acts.tsx";
import { NextOnNeed } from "../parts/next.tsx";
import { PrivateWordsOf } from "../parts/private-words.tsx";
import { StateTag, UrgentTag } from "../parts/state-tag.tsx";
import { StoryOfNeed } from "../parts/story.tsx";
import { WatchButton } from "../parts/watch.tsx";
import { WhoSees } from "../parts/who-sees.tsx";
import { labelOf } from "../words.ts";

type Shown = { area: string; need: NeedPage; choices: NeedChoices };

/** Those who triage an open need look for its leader next. */
const mayFindLeader = ({ may, audience, state }: NeedPage): boolean =>
  audience === "coordinator" && may.close && state === "open";

/** Where the support of a need goes on: at its offer, or at the agreement that came of it. */
function WayOn(props: Shown) {
  const isMine = () => props.need.support.offer?.state === "released" && props.need.may.withdraw;
  return (
    <Show
      when={props.need.support.work}
      fallback={
        <Show when={props.need.support.offer}>
          {(offer) => (
            <LinkButton
              kind={isMine() ? "main" : "secondary"}
              href={inArea(props.area, `/offers/${offer().id}`)}
            >
              {isMine() ? "Answer the offer" : "Go to the offer"}
            </LinkButton>
          )}
        </Show>
      }
    >
      {(work) => (
        <LinkButton kind="secondary" href={inArea(props.area, `/deployments/${work().id}`)}>
          Go to the agreement
        </LinkButton>
      )}
    </Show>
  );
}

const hasActs = (need: NeedPage): boolean =>
  actsOn(need).length > 0 ||
  need.shortlist !== null ||
  need.support.offer !== null ||
  need.support.work !== null;

function Acts(props: Shown) {
  const acts = () => actsOn(props.need);
  return (
    <Show when={hasActs(props.need)}>
      <ButtonRow>
        <WayOn {...props} />
        <Show when={mayFindLeader(props.need)}>
          <LinkButton href={needAddress(props.area, props.need.id, "/shortlist")}>
            Find a leader
          </LinkButton>
        </Show>
        <Show when={props.need.may.rank && props.need.shortlist}>
          {(list) => (
            <LinkButton
              kind={list().state === "sent" ? "main" : "secondary"}
              href={needAddress(props.area, props.need.id, "/rank")}
            >
              {list().state === "sent" ? "Rank the leaders" : "Look at your ranking"}
            </LinkButton>
          )}
        </Show>
        <For each={acts()}>
          {(act, index) => (
            <LinkButton
              kind={index() === 0 && isForward(act) ? "main" : "secondary"}
              href={needAddress(props.area, props.need.id, `/${act}`)}
            >
              {actWords[act].link}
            </LinkButton>
          )}
        </For>
      </ButtonRow>
    </Show>
  );
}

/** The need of which a closed one is a duplicate. */
function Original(props: Shown) {
  const original = () => {
    const { others, timeline } = props.need;
    const last = timeline.find(({ facts }) => facts["duplicateOf"] !== undefined);
    return others.find(({ id }) => id === last?.facts["duplicateOf"]);
  };
  return (
    <Show when={props.need.closed?.outcome === "duplicate" && original()}>
      {(known) => (
        <>
          <strong>It goes on as </strong>
          <Link href={needAddress(props.area, known().id)}>{known().reference}</Link>
          {". "}
        </>
      )}
    </Show>
  );
}

function Standing(props: Shown) {
  const band = () => props.need.band;
  return (
    <>
      <p class="a-tags">
        <StateTag
          forSchool={props.need.audience === "own-school"}
          state={props.need.state}
          outcome={props.need.closed?.outcome}
        />{" "}
        <UrgentTag isUrgent={props.need.isUrgent} />
      </p>
      <Show when={props.choices.hasQueue && props.need.state !== "draft"}>
        <p class="govuk-body a-small">
          {props.need.isWatched === true ? "On your watch list. " : ""}
          <WatchButton area={props.area} need={props.need} about="this need" />
        </p>
      </Show>
      <NextOnNeed need={props.need} />
      <Show when={props.need.question}>
        {(question) => (
          <InsetText>
            <strong>The coordinator asks:</strong> <span class="a-words">{question().text}</span>
          </InsetText>
        )}
      </Show>
      <Show when={props.need.shortlist?.state === "sent" && props.need.shortlist}>
        {(list) => (
          <InsetText>
            {`${counted(list().leaders, "leader")} went to the head to be ranked on ${toDateWords(list().sentAt)}.`}
          </InsetText>
        )}
      </Show>
      <Show when={props.need.hold}>
        {(hold) => (
          <InsetText>
            <strong>{`On hold until ${toDateWords(hold().until)}:`}</strong>{" "}
            <span class="a-words">{hold().reason}</span>
          </InsetText>
        )}
      </Show>
      <Show when={props.need.closed}>
        {(closed) => (
          <InsetText>
            <Original {...props} />
            <span class="a-words">{closed().note}</span>
          </InsetText>
        )}
      </Show>
      <Show when={band()}>
        {(number) => (
          <p class="govuk-body">
            <strong>{`Band ${number()}, ${labelOf(props.choices.lists["need-band"], String(number())).toLowerCase()}:`}</strong>{" "}
            {props.need.bandReason}
          </p>
        )}
      </Show>
    </>
  );
}

function Whole(props: Shown) {
  const area = () => props.need.ask.primaryArea;
  const title = () => {
    const code = area();
    return code === undefined
      ? "A new support need"
      : labelOf(props.choices.lists["expertise"], code);
  };
  const caption = () =>
    [props.need.reference, props.need.school.name, ...props.need.zones]
      .filter((part) => part !== null)
      .join(" · ");
  const crumb = () =>
    props.choices.hasQueue
      ? { text: "Queue", href: queueAddress(props.area) }
      : { text: "Our needs", href: needsAddress(props.area) };
  return (
    <Page title={title()} caption={caption()} before={<Breadcrumbs crumbs={[crumb()]} />}>
      <Standing {...props} />
      <NextLeader
        area={props.area}
        needId={mayFindLeader(props.need) ? props.need.id : undefined}
      />
      <Show when={props.need.may.write} fallback={<Acts {...props} />}>
        <DraftActs {...props} />
      </Show>
      <Columns kind="main-side">
        <div>
          <h2 class="govuk-heading-m">What is asked</h2>
          <Answers
            need={props.need}
            choices={props.choices}
            changeHref={
              props.need.may.revise || props.need.may.write
                ? (step) => stepAddress(props.area, props.need.id, step)
                : undefined
            }
          />
          <FilesOfNeed area={props.area} needId={props.need.id} />
          <Show when={props.need.audience === "coordinator" && props.need.state !== "draft"}>
            <PrivateWordsOf area={props.area} need={props.need} />
          </Show>
        </div>
        <div>
          <WhoSees need={props.need} />
          <StoryOfNeed need={props.need} choices={props.choices} />
        </div>
      </Columns>
    </Page>
  );
}

/** A need's own page: where it stands, who acts next, what was asked, who sees it, what happened. */
export function OneNeed() {
  const slug = useAreaSlug();
  useLive(slug);
  const params = useParams();
  const need = useNeed(() => ({ area: slug(), id: params["need"] ?? "" }));
  const choices = useNeedChoices(slug);
  return (
    <Loaded query={choices} what="Loading the lists">
      {(lists) => (
        <Loaded query={need} what="Loading the need">
          {(known) => <Whole area={slug()} need={known()} choices={lists()} />}
        </Loaded>
      )}
    </Loaded>
  );
}
