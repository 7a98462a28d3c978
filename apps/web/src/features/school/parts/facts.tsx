import { For, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { toDateWords, toNumberWords } from "../../../lib/words.ts";
import { Heading, Link, SummaryList, type SummaryRow } from "../../../ui/index.ts";
import type { SchoolPage } from "../data.ts";
import { phaseWords, settingWords, statusWords, toCalmName, toGroupTypeWords } from "../words.ts";
import { FactList } from "./fact-list.tsx";
import { Sourced } from "./source.tsx";

type Profile = SchoolPage["profile"];

const row = (term: string, value: SummaryRow["value"] | null | undefined): SummaryRow[] =>
  value === null || value === undefined || value === "" ? [] : [{ term, value }];

/** A web address as a link only when it is one: the register holds what schools typed. */
const toWebsite = (text: string | null): string | undefined => {
  if (text === null) return undefined;
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) ? address : undefined;
};

const addressOf = ({ street, locality, address3, town, county, postcode }: Profile) =>
  [street, locality, address3, town, county, postcode].filter(
    (line) => line !== null && line !== "",
  );

function Website(props: { text: string | null }) {
  return (
    <Show when={toWebsite(props.text)} fallback={props.text}>
      {(address) => (
        <a class="govuk-link" href={address()} rel="noreferrer noopener" target="_blank">
          {`${props.text} (opens in a new tab)`}
        </a>
      )}
    </Show>
  );
}

const agesOf = ({ lowAge, highAge }: Profile) =>
  lowAge === null || highAge === null ? null : `${lowAge} to ${highAge}`;

const statusOf = ({ status, openDate, closeDate, closeReason }: Profile): string =>
  [
    statusWords[status],
    openDate === null ? "" : `opened ${toDateWords(openDate)}`,
    closeDate === null
      ? ""
      : `closed ${toDateWords(closeDate)}${closeReason === null ? "" : ` (${closeReason})`}`,
  ]
    .filter((part) => part !== "")
    .join(", ");

const profileRows = (profile: Profile): readonly SummaryRow[] => [
  ...row("Status", statusOf(profile)),
  ...row("Phase", phaseWords[profile.phase]),
  ...row("Setting", profile.setting === "mainstream" ? null : settingWords[profile.setting]),
  ...row("Type", profile.type),
  ...row("Ages", agesOf(profile)),
  ...row("Gender", profile.gender),
  ...row("Religious character", profile.religiousCharacter),
  ...row("Sixth form", profile.sixthForm),
  ...row("Local authority", `${profile.laName} (${profile.laCode})`),
  ...row(
    "Address",
    addressOf(profile).length === 0 ? null : (
      <For each={addressOf(profile)}>{(line) => <div>{line}</div>}</For>
    ),
  ),
  ...row("Telephone", profile.telephone),
  ...row("Website", profile.website === null ? null : <Website text={profile.website} />),
];

/** What the school is, and where. */
export function ProfileFacts(props: { school: SchoolPage }) {
  return (
    <section>
      <Heading level={2} size="m">
        Profile
      </Heading>
      <SummaryList rows={profileRows(props.school.profile)} />
      <Sourced sources={props.school.sources} imports={[props.school.profile.profileImportId]} />
    </section>
  );
}

const pupilRows = ({ pupils, capacity, percentageFsm }: Profile): readonly SummaryRow[] => [
  ...row("Pupils", pupils === null ? "not known" : toNumberWords(pupils)),
  ...row("Capacity", capacity === null ? "not known" : toNumberWords(capacity)),
  ...row(
    "Eligible for free school meals",
    percentageFsm === null ? "not known" : `${percentageFsm}%`,
  ),
];

/** How many pupils it has and has room for. */
export function PupilFacts(props: { school: SchoolPage }) {
  return (
    <section>
      <Heading level={2} size="m">
        Pupils
      </Heading>
      <Show
        when={props.school.profile.pupilsImportId !== null}
        fallback={
          <p class="govuk-body">No file that was brought in says how many pupils there are.</p>
        }
      >
        <FactList facts={pupilRows(props.school.profile)} />
        <Sourced sources={props.school.sources} imports={[props.school.profile.pupilsImportId]} />
      </Show>
    </section>
  );
}

function TrustHistory(props: { trusts: SchoolPage["trusts"] }) {
  return (
    <ul class="govuk-list">
      <For each={props.trusts}>
        {(trust) => (
          <li>
            {toCalmName(trust.groupName)}
            <span class="a-quiet">
              {` ${toGroupTypeWords(trust.groupType)}${trust.joinedOn === null ? "" : `, joined ${toDateWords(trust.joinedOn)}`}${trust.current ? "" : ", no longer"}`}
            </span>
          </li>
        )}
      </For>
    </ul>
  );
}

const trustImports = (school: SchoolPage): readonly (number | null)[] => [
  school.profile.trustImportId,
  ...school.trusts.map(({ importId }) => importId),
];

/** Who runs it, today and before. */
export function TrustFacts(props: { area: string; school: SchoolPage }) {
  const profile = () => props.school.profile;
  const isKnown = () => trustImports(props.school).some((id) => id !== null);
  return (
    <section>
      <Heading level={2} size="m">
        Trust
      </Heading>
      <Show
        when={isKnown()}
        fallback={
          <p class="govuk-body">No file that was brought in says whether it is in a trust.</p>
        }
      >
        <p class="govuk-body">
          <Show when={profile().trustName} fallback="In no trust.">
            {(name) => (
              <Link
                href={inArea(props.area, `/schools?trust=${profile().trustCode ?? ""}`)}
                about="schools in this area"
              >
                {toCalmName(name())}
              </Link>
            )}
          </Show>
        </p>
        <Show when={props.school.trusts.length > 0}>
          <TrustHistory trusts={props.school.trusts} />
        </Show>
        <Sourced sources={props.school.sources} imports={trustImports(props.school)} />
      </Show>
    </section>
  );
}

/** Which zones of the partnership it is in. */
export function ZoneFacts(props: { area: string; school: SchoolPage }) {
  return (
    <section>
      <Heading level={2} size="m">
        Zone
      </Heading>
      <Show
        when={props.school.zones.length > 0}
        fallback={<p class="govuk-body">In no zone yet.</p>}
      >
        <ul class="govuk-list">
          <For each={props.school.zones}>
            {(zone) => (
              <li>
                <Link href={inArea(props.area, `/schools?zone=${zone.zoneId}`)} about="zone">
                  {zone.zone}
                </Link>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p class="a-source">Source: this partnership’s own zones, as of today</p>
    </section>
  );
}
