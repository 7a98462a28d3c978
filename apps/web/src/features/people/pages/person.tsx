import { useParams } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { useSession } from "../../../app/session.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { withProof } from "../../../lib/step-up.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { toMomentWords } from "../../../lib/words.ts";
import {
  Button,
  ButtonRow,
  createForm,
  Form,
  Link,
  Page,
  PlainButton,
  SummaryList,
  WarningButton,
} from "../../../ui/index.ts";
import { sending } from "../../session/sending.ts";
import { useChoices, usePeopleRefresh, usePerson, type Choices, type OnePerson } from "../data.ts";
import { Kept } from "../parts/kept.tsx";
import { PeopleTrail } from "../parts/people-trail.tsx";
import { checkRole, grantOf, noRole, RoleFields } from "../parts/role-fields.tsx";
import { Said, say, Trouble } from "../parts/said.tsx";
import { roleInPlace } from "../words.ts";

type Attempt = (work: () => Promise<unknown>, done: string) => void;
type PartProps = { area: string; person: OnePerson; onAttempt: Attempt };

type Seen = { readonly area: string; readonly personId: string; readonly version: number };

const ending = (area: string, grantId: string) => () =>
  api.person.endRole.mutate({ area, grantId });
const shutting = (seen: Seen) => () => api.person.deactivate.mutate(seen);
const opening = (seen: Seen) => () => api.person.reactivate.mutate(seen);
const forgettingFactor =
  ({ area, personId }: Seen) =>
  () =>
    api.person.resetSecondFactor.mutate({ area, personId });

function Roles(props: PartProps) {
  const end = (grantId: string, words: string) =>
    props.onAttempt(ending(props.area, grantId), `${words}: ended, at once`);
  return (
    <>
      <h2 class="govuk-heading-m">Roles in this area</h2>
      <ul class="govuk-list govuk-list--spaced">
        <For each={props.person.grants}>
          {(grant) => (
            <li>
              {`${roleInPlace(grant)}${grant.mayActOnBehalf === true ? ", may act on behalf" : ""} `}
              <Show when={grant.mayEnd}>
                <PlainButton
                  about={`the role ${roleInPlace(grant)}`}
                  onPress={() => end(grant.id, roleInPlace(grant))}
                >
                  End
                </PlainButton>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

function GiveRole(props: { area: string; person: OnePerson; choices: Choices }) {
  const refresh = usePeopleRefresh();
  const form = createForm({
    initial: noRole,
    check: checkRole,
    submit: (answers) =>
      sending(
        async () => {
          const grant = grantOf(answers, props.choices.rolesOnBehalf);
          await api.person.giveRole.mutate({
            area: props.area,
            personId: props.person.id,
            ...grant,
          });
          say("Role given. It counts from the next click");
          await refresh();
        },
        { "already-exists": "role", "role-not-yours-to-give": "role" },
        {
          "already-exists": "They play that part already",
          "role-not-yours-to-give": "You cannot give that role there",
        },
      ),
  });
  return (
    <>
      <h2 class="govuk-heading-m">Give a role</h2>
      <Form form={form} submitLabel="Give the role" label="Give a role">
        <RoleFields
          area={props.area}
          choices={props.choices}
          values={form.values()}
          bounds={{
            role: form.field("role"),
            zoneId: form.field("zoneId"),
            urn: form.field("urn"),
            organisationId: form.field("organisationId"),
            mayActOnBehalf: form.field("mayActOnBehalf"),
          }}
        />
      </Form>
    </>
  );
}

function Account(props: PartProps) {
  const seen = () => ({
    area: props.area,
    personId: props.person.id,
    version: props.person.version,
  });
  const isShut = () => props.person.deactivatedAt !== null;
  return (
    <Show when={props.person.mayManage}>
      <h2 class="govuk-heading-m">Account</h2>
      <ButtonRow>
        <Show
          when={isShut()}
          fallback={
            <WarningButton
              onPress={() =>
                props.onAttempt(
                  shutting(seen()),
                  "Deactivated: signed out everywhere, and cannot sign in",
                )
              }
            >
              Deactivate
            </WarningButton>
          }
        >
          <Button onPress={() => props.onAttempt(opening(seen()), "The account is open again")}>
            Open the account again
          </Button>
        </Show>
        <Show when={props.person.hasSecondFactor}>
          <Button
            kind="secondary"
            onPress={() =>
              props.onAttempt(
                forgettingFactor(seen()),
                "Second step removed: they set up a new one as they sign in",
              )
            }
          >
            Remove their second step
          </Button>
        </Show>
      </ButtonRow>
    </Show>
  );
}

/** One person: what they are in this area, and what one may change of it. */
export function PersonPage() {
  const slug = useAreaSlug();
  const params = useParams();
  const person = usePerson(() => ({ area: slug(), personId: params["person"] ?? "" }));
  const choices = useChoices(slug);
  const refresh = usePeopleRefresh();
  const session = useSession();
  const mayReadLog = () =>
    session.data?.areas.some((area) => area.slug === slug() && area.mayReadAccessLog) === true;
  const [trouble, setTrouble] = createSignal<string>();
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await withProof(work);
      setTrouble(undefined);
      say(done);
      await refresh();
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  const part = (found: OnePerson): PartProps => ({
    area: slug(),
    person: found,
    onAttempt: (work, done) => void attempt(work, done),
  });
  return (
    <>
      <Said />
      <Loaded query={person} what="Loading the person">
        {(found) => (
          <Page title={found().name} before={<PeopleTrail area={slug()} />}>
            <Trouble text={trouble()} />
            <SummaryList
              rows={[
                { term: "E-mail address", value: found().email },
                {
                  term: "Account",
                  value: found().deactivatedAt === null ? "Active" : "Deactivated",
                },
                {
                  term: "Last seen",
                  value: lastSeen(found().lastSeenAt),
                },
                { term: "Second step", value: found().hasSecondFactor ? "Set up" : "None" },
              ]}
            />
            <Show when={mayReadLog()}>
              <p class="govuk-body">
                <Link
                  href={inArea(slug(), `/people/access?words=${encodeURIComponent(found().name)}`)}
                >
                  What the access log says
                </Link>
              </p>
            </Show>
            <Roles {...part(found())} />
            <Show when={choices.data && choices.data.roles.length > 0 ? choices.data : undefined}>
              {(given) => <GiveRole area={slug()} person={found()} choices={given()} />}
            </Show>
            <Account {...part(found())} />
            <Kept area={slug()} person={found()} />
          </Page>
        )}
      </Loaded>
    </>
  );
}

const lastSeen = (at: string | null): string => (at === null ? "Never" : toMomentWords(at));
