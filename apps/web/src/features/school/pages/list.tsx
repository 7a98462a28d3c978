import "../../../look/school.scss";
import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { useSession } from "../../../app/session.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  Downloads,
  counted,
  EmptyState,
  Filtered,
  Link,
  LinkButton,
  Page,
  pageIn,
  Results,
} from "../../../ui/index.ts";
import { fileAddress, isOfOpenSchools, pageSize, questionOf } from "../address.ts";
import { useSchoolChoices, useSchools, type SchoolLine } from "../data.ts";
import { FindSchool } from "../parts/find-school.tsx";
import { filtersOf } from "../parts/filters.ts";
import { SchoolTable } from "../parts/school-table.tsx";

type Found = { readonly schools: readonly SchoolLine[]; readonly total: number };

const lineOf = (search: string, total: number): string =>
  isOfOpenSchools(search) ? counted(total, "open school") : counted(total, "school");

function Schools(props: { area: string; search: string; found: Found }) {
  return (
    <Results
      text={lineOf(props.search, props.found.total)}
      total={props.found.total}
      size={pageSize}
      search={props.search}
      acts={
        <>
          <Link href={inArea(props.area, `/map${props.search}`)}>See them on the map</Link>
          {" · "}
          <Downloads csv={fileAddress(props.area, props.search)} />
        </>
      }
    >
      <SchoolTable area={props.area} schools={props.found.schools} search={props.search} />
    </Results>
  );
}

function EmptyRegister(props: { area: string }) {
  const session = useSession();
  const mayImport = () =>
    session.data?.areas.some((area) => area.slug === props.area && area.mayAdminister) === true;
  return (
    <EmptyState title="The register has no schools of this area yet">
      <Show
        when={mayImport()}
        fallback={<p class="govuk-body">Your partnership administrator brings them in.</p>}
      >
        <p class="govuk-body">Bring them in from the Department’s register.</p>
        <LinkButton href={inArea(props.area, "/imports/new")}>Import a file</LinkButton>
      </Show>
    </EmptyState>
  );
}

/** The area's schools: filters, sort and page live in the address. */
export function SchoolList() {
  const slug = useAreaSlug();
  const location = useLocation();
  const choices = useSchoolChoices(slug);
  const filters = () => filtersOf(choices.data);
  const query = useSchools(() => ({
    area: slug(),
    ...questionOf(location.search),
    offset: (pageIn(location.search) - 1) * pageSize,
    limit: pageSize,
  }));
  const isEmpty = () => choices.data?.types.length === 0 && query.data?.total === 0;
  return (
    <Page title="Schools">
      <Show when={!isEmpty()} fallback={<EmptyRegister area={slug()} />}>
        <div class="a-find">
          <FindSchool
            area={slug()}
            id="find"
            label="Find a school"
            hint="By name, town, postcode or URN. Choosing one opens its page."
          />
        </div>
        <Filtered groups={filters()} search={location.search}>
          <Loaded query={query} what="Loading schools">
            {(found) => <Schools area={slug()} search={location.search} found={found()} />}
          </Loaded>
        </Filtered>
      </Show>
    </Page>
  );
}
