import "../../../look/school.scss";
import { useParams } from "@solidjs/router";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { useSession } from "../../../app/session.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { Breadcrumbs, Columns, Page } from "../../../ui/index.ts";
import { useSchool, type SchoolPage as School } from "../data.ts";
import { ReviewHistory } from "../../review/parts/history.tsx";
import { Changes } from "../parts/changes.tsx";
import { ProfileFacts, PupilFacts, TrustFacts, ZoneFacts } from "../parts/facts.tsx";
import { Inspections } from "../parts/inspections.tsx";
import { HistoryOfUrns } from "../parts/line.tsx";
import { Outcomes } from "../parts/outcomes.tsx";
import { StatusTag } from "../parts/school-table.tsx";
import { phaseWords } from "../words.ts";

function Whole(props: { slug: string; areaName: string; school: School }) {
  const profile = () => props.school.profile;
  return (
    <Page
      title={profile().name}
      caption={`${phaseWords[profile().phase]} · URN ${profile().urn}`}
      before={<Breadcrumbs crumbs={[{ text: "Schools", href: inArea(props.slug, "/schools") }]} />}
    >
      <p class="govuk-body">
        <StatusTag status={profile().status} />
      </p>
      <Columns kind="main-side">
        <ProfileFacts school={props.school} />
        <div class="a-side-facts">
          <ZoneFacts area={props.slug} school={props.school} />
          <TrustFacts area={props.slug} school={props.school} />
          <PupilFacts school={props.school} />
        </div>
      </Columns>
      <Inspections school={props.school} />
      <Outcomes school={props.school} area={props.areaName} />
      <ReviewHistory area={props.slug} urn={profile().urn} />
      <Columns kind="halves">
        <HistoryOfUrns area={props.slug} school={props.school} />
        <Changes school={props.school} />
      </Columns>
    </Page>
  );
}

/** One school: what the register says of it, each value with its source and day. */
export function SchoolPage() {
  const slug = useAreaSlug();
  const params = useParams();
  const session = useSession();
  const areaName = () =>
    session.data?.areas.find((area) => area.slug === slug())?.name ?? "This area";
  const query = useSchool(() => ({ area: slug(), urn: Number(params["urn"]) || 0 }));
  return (
    <Loaded query={query} what="Loading the school">
      {(school) => <Whole slug={slug()} areaName={areaName()} school={school()} />}
    </Loaded>
  );
}
