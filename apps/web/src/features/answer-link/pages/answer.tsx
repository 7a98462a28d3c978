import { daysBetween, londonDateOf } from "@alongside/domain/calendar";
import { useLocation, useParams } from "@solidjs/router";
import { createSignal, Match, Show, Switch, untrack } from "solid-js";
import { Loaded } from "../../../lib/loaded.tsx";
import { refusalOf } from "../../../lib/refusal-of.ts";
import { toDateWords } from "../../../lib/words.ts";
import {
  Button,
  ButtonRow,
  Clock,
  InsetText,
  Link,
  LinkButton,
  Page,
  Panel,
  SummaryList,
  WhoActsNext,
} from "../../../ui/index.ts";
import { toTerm } from "../../capacity/words.ts";
import { Brief } from "../../offer/parts/brief.tsx";
import { toOtherDaysWords } from "../../offer/words.ts";
import { toDayWords } from "../../shortlist/words.ts";
import {
  answering,
  useLink,
  type Answering,
  type DaysLink,
  type LinkAnswer,
  type LinkPage,
  type OfferLink,
} from "../data.ts";
import { AskByLink, DeclineByLink, ProposeByLink } from "../parts/forms.tsx";
import { askedOf, closedWords, doneWords, leadOf, yesOf } from "../words.ts";

type Shown<Kind> = { page: Kind; say: Answering; here: string };

function OneClick(props: { label: string; say: () => ReturnType<Answering> }) {
  const [trouble, setTrouble] = createSignal("");
  const [isPending, setPending] = createSignal(false);
  const press = async () => {
    setPending(true);
    const outcome = await props.say();
    setPending(false);
    if (!outcome.done) setTrouble(outcome.message ?? "Nothing was changed. Try again.");
  };
  return (
    <>
      <Show when={trouble()}>
        {(words) => (
          <div role="alert">
            <InsetText>{words()}</InsetText>
          </div>
        )}
      </Show>
      <Button pending={isPending()} onPress={() => void press()}>
        {props.label}
      </Button>
    </>
  );
}

const briefOf = (page: OfferLink) => ({
  ...page,
  kind: page.leader.kind,
  overrideReason: "",
});

function Due(props: { page: OfferLink }) {
  return (
    <Show when={props.page.due}>
      {(due) => (
        <WhoActsNext
          who="You"
          what="answer"
          by={
            <Clock
              what="Your answer"
              days={daysBetween(props.page.today, londonDateOf(due()))}
              on={toDateWords(due())}
            />
          }
        />
      )}
    </Show>
  );
}

function Ways(props: Shown<OfferLink>) {
  return (
    <>
      <Show when={props.page.talk.question}>
        <InsetText>Your question is with the coordinator. You can answer before it is.</InsetText>
      </Show>
      <Show when={props.page.talk.otherDays}>
        {(days) => (
          <InsetText>{`You proposed ${toOtherDaysWords(days())}; the coordinator has not decided yet.`}</InsetText>
        )}
      </Show>
      <ButtonRow>
        <OneClick label={yesOf(props.page)} say={() => props.say({ act: "yes" })} />
        <Show when={props.page.side === "leader"}>
          <LinkButton kind="secondary" href={`${props.here}?say=ask`}>
            Ask a question
          </LinkButton>
          <LinkButton kind="secondary" href={`${props.here}?say=propose`}>
            Propose other days
          </LinkButton>
        </Show>
        <LinkButton kind="secondary" href={`${props.here}?say=decline`}>
          Decline
        </LinkButton>
      </ButtonRow>
    </>
  );
}

function OfferByLink(props: Shown<OfferLink>) {
  const location = useLocation();
  const saying = () => new URLSearchParams(location.search).get("say");
  const form = () => ({ page: props.page, say: props.say, back: props.here });
  return (
    <Page title={askedOf(props.page)} caption={props.page.area} lead={leadOf[props.page.side]}>
      <Due page={props.page} />
      <Switch fallback={<Ways {...props} />}>
        <Match when={saying() === "decline"}>
          <DeclineByLink {...form()} />
        </Match>
        <Match when={saying() === "ask" && props.page.side === "leader"}>
          <AskByLink {...form()} />
        </Match>
        <Match when={saying() === "propose" && props.page.side === "leader"}>
          <ProposeByLink {...form()} />
        </Match>
      </Switch>
      <h2 class="govuk-heading-m">The offer in brief</h2>
      <Brief offer={briefOf(props.page)} />
    </Page>
  );
}

function DaysByLink(props: Shown<DaysLink>) {
  const rows = () => [
    { term: "Leader", value: props.page.name },
    { term: "Term", value: toTerm(props.page) },
    { term: "Days", value: toDayWords(props.page.halfDays) },
    {
      term: "Good until now",
      value: props.page.goodUntil === null ? "Not promised" : toDateWords(props.page.goodUntil),
    },
    { term: "Good until then", value: toDateWords(props.page.newGoodUntil) },
  ];
  return (
    <Page
      title="Do your days still stand?"
      caption={props.page.area}
      lead="One click, and schools can be matched with you for longer. Nothing else changes."
    >
      <SummaryList rows={rows()} />
      <ButtonRow>
        <OneClick label="Yes, these days stand" say={() => props.say({ act: "reconfirm" })} />
        <Link href="/sign-in">Sign in to change them</Link>
      </ButtonRow>
    </Page>
  );
}

function Done(props: { act: LinkAnswer["act"]; page: LinkPage }) {
  const words = () =>
    doneWords(props.act, props.page.about === "offer" ? props.page.side : undefined);
  return (
    <>
      <Panel title={words().title}>{props.page.area}</Panel>
      <p class="govuk-body">{words().next}</p>
      <p class="govuk-body">
        The link of the mail has done its work and opens nothing more.{" "}
        <Link href="/sign-in">Sign in to see more</Link>
      </p>
    </>
  );
}

function Open(props: { token: string; page: LinkPage }) {
  const [said, setSaid] = createSignal<LinkAnswer["act"]>();
  const say = untrack(() =>
    answering(
      { token: props.token, version: props.page.version, key: crypto.randomUUID() },
      ({ act }) => setSaid(act),
    ),
  );
  const here = () => `/answer/${props.token}`;
  return (
    <Show
      when={said()}
      fallback={
        <Show
          when={props.page.about === "offer" ? props.page : undefined}
          fallback={
            <Show when={props.page.about === "days" ? props.page : undefined}>
              {(page) => <DaysByLink page={page()} say={say} here={here()} />}
            </Show>
          }
        >
          {(page) => <OfferByLink page={page()} say={say} here={here()} />}
        </Show>
      }
    >
      {(act) => <Done act={act()} page={props.page} />}
    </Show>
  );
}

/** The page behind a link in a mail: what is asked, and the answer, without an account. Opening it answers nothing. */
export function AnswerByLink() {
  const params = useParams();
  const token = () => params["token"] ?? "";
  const query = useLink(token);
  const closed = () => {
    const refusal = refusalOf(query.error);
    return refusal?.kind === "link-closed" ? refusal.reason : undefined;
  };
  return (
    <Show
      when={closed()}
      fallback={
        <Loaded query={query} what="Opening the link">
          {(page) => <Open token={token()} page={page()} />}
        </Loaded>
      }
    >
      {(reason) => (
        <Page title="This link is closed">
          <p class="govuk-body">{closedWords[reason()]}</p>
          <p class="govuk-body">
            <Link href="/sign-in">Sign in to Alongside</Link>
          </p>
        </Page>
      )}
    </Show>
  );
}
