import { daysBetween, londonDateOf } from "@alongside/domain/calendar";
import { useParams } from "@solidjs/router";
import { For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords, toMomentWords } from "../../../lib/words.ts";
import {
  Breadcrumbs,
  Clock,
  Columns,
  Details,
  InsetText,
  Link,
  Page,
  Tag,
  Timeline,
  WhoActsNext,
} from "../../../ui/index.ts";
import { toDayWords } from "../../shortlist/words.ts";
import { FactList } from "../../school/parts/fact-list.tsx";
import { WorkNav } from "../../visit/parts/work-nav.tsx";
import { useDeployment, type DeploymentPage, type Version } from "../data.ts";
import { Acts } from "../parts/acts.tsx";
import { Agreement } from "../parts/agreement.tsx";
import { Conflicts } from "../parts/conflicts.tsx";
import { shortHash, Signatures } from "../parts/signatures.tsx";
import {
  nextWords,
  stateColours,
  stateWords,
  toMomentTitle,
  toVersionWords,
  untilWords,
  versionColour,
  versionWords,
} from "../words.ts";

type Shown = { area: string; page: DeploymentPage };

function Next(props: Shown) {
  return (
    <Show when={nextWords(props.page.next)}>
      {(words) => (
        <WhoActsNext
          {...words()}
          by={
            <Show
              when={props.page.due}
              fallback={untilWords(props.page.next, props.page.terms?.to ?? null)}
            >
              {(due) => (
                <Clock
                  what={props.page.next.what === "sign" ? "Signatures" : "Agreement"}
                  days={daysBetween(props.page.today, londonDateOf(due()))}
                  on={toDateWords(due())}
                />
              )}
            </Show>
          }
        />
      )}
    </Show>
  );
}

const partsOf = ({ days }: DeploymentPage): readonly (readonly [string, number])[] => [
  ["Held until it is signed", days.held],
  ["Agreed, not booked yet", days.committed],
  ["Booked for visits", days.booked],
  ["Given", days.delivered],
  ["Not used", days.released],
];

function Days(props: Shown) {
  const rows = () =>
    partsOf(props.page)
      .filter(([, halfDays]) => halfDays > 0)
      .map(([term, halfDays]) => ({ term, value: toDayWords(halfDays) }));
  return (
    <Show when={rows().length > 0}>
      <h2 class="govuk-heading-m">Days</h2>
      <FactList facts={rows()} />
    </Show>
  );
}

const pdfAddress = ({ area, page }: Shown, number: number): string =>
  `/files${inArea(area, `/deployments/${page.id}/agreements/version-${number}.pdf`)}`;

function OneVersion(props: Shown & { version: Version }) {
  return (
    <section class="a-version">
      <h2 class="govuk-heading-m">{`Agreement, version ${props.version.number}`}</h2>
      <p class="a-tags">
        <Tag colour={versionColour(props.version, props.page)}>
          {toVersionWords(props.version, props.page)}
        </Tag>{" "}
        <Link href={pdfAddress(props, props.version.number)} download>
          Download as PDF
        </Link>
      </p>
      <Signatures {...props} />
      <Show when={props.version.terms}>
        {(terms) => <Agreement terms={terms()} page={props.page} number={props.version.number} />}
      </Show>
      <p class="a-quiet a-small">{`Fingerprint ${shortHash(props.version.hash)}`}</p>
    </section>
  );
}

function Earlier(props: Shown & { versions: readonly Version[] }) {
  return (
    <Show when={props.versions.length > 0}>
      <Details summary="Earlier versions">
        <For each={props.versions}>
          {(version) => (
            <p class="govuk-body">
              <Link href={pdfAddress(props, version.number)} download>
                {`Version ${version.number}`}
              </Link>
              {`: ${versionWords[version.state].toLowerCase()}, sent out on ${toDateWords(version.issuedAt)}. `}
              <span class="a-words">{version.reason ?? ""}</span>
            </p>
          )}
        </For>
      </Details>
    </Show>
  );
}

const isOpen = ({ state }: Version): boolean => state === "issued" || state === "in-force";

function Document(props: Shown) {
  const shown = () => props.page.versions.filter(isOpen);
  return (
    <>
      <For each={shown()}>{(version) => <OneVersion {...props} version={version} />}</For>
      <Show when={shown().length === 0 ? props.page.terms : null}>
        {(terms) => (
          <>
            <h2 class="govuk-heading-m">
              {props.page.state === "drafting" ? "The draft" : "The agreement"}
            </h2>
            <Agreement terms={terms()} page={props.page} />
          </>
        )}
      </Show>
      <Earlier {...props} versions={props.page.versions.filter((each) => !isOpen(each))} />
    </>
  );
}

function Story(props: Shown) {
  return (
    <>
      <h2 class="govuk-heading-m">What happened</h2>
      <Timeline
        label="What happened"
        items={props.page.timeline.map(({ at, kind, by, isOnBehalf, reason, number }) => ({
          title: toMomentTitle(kind, number),
          at,
          when: toMomentWords(at),
          by: by === null ? undefined : `${by}${isOnBehalf ? ", on behalf of that side" : ""}`,
          body: reason === "" ? undefined : <p class="a-words">{reason}</p>,
        }))}
      />
    </>
  );
}

function Whole(props: Shown) {
  return (
    <Page
      title={`${props.page.leader.name} for ${props.page.school}`}
      caption={[
        props.page.need.reference,
        `${props.page.kind} from ${props.page.leader.homeSchool}`,
      ]
        .filter(Boolean)
        .join(" · ")}
      before={
        <Breadcrumbs crumbs={[{ text: "Deployments", href: inArea(props.area, "/deployments") }]} />
      }
    >
      <WorkNav area={props.area} deployment={props.page.id} current="agreement" />
      <p class="a-tags">
        <Tag colour={stateColours[props.page.state]}>{stateWords[props.page.state]}</Tag>
        <Show when={props.page.toSign !== null && props.page.inForce !== null}>
          <Tag colour="amber">A change is being signed</Tag>
        </Show>
      </p>
      <Next {...props} />
      <Show when={props.page.reason}>
        {(reason) => (
          <InsetText>
            <span class="a-words">{reason()}</span>
          </InsetText>
        )}
      </Show>
      <Conflicts area={props.area} conflicts={props.page.conflicts} />
      <Acts {...props} />
      <Columns kind="main-side">
        <div>
          <Document {...props} />
        </div>
        <div>
          <Days {...props} />
          <Story {...props} />
        </div>
      </Columns>
    </Page>
  );
}

/** A deployment's own page: who acts next and by when, the agreement with its signatures, the days, and what happened. */
export function OneDeployment() {
  const slug = useAreaSlug();
  const params = useParams();
  const page = useDeployment(() => ({ area: slug(), id: params["deployment"] ?? "" }));
  return (
    <Loaded query={page} what="Loading the deployment">
      {(known) => <Whole area={slug()} page={known()} />}
    </Loaded>
  );
}
