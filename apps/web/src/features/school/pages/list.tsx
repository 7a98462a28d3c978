import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { useSession } from "../../../app/session.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  Columns,
  counted,
  EmptyState,
  FilterChips,
  FilterPanel,
  Link,
  LinkButton,
  ListLine,
  Page,
  pageIn,
  Pagination,
} from "../../../ui/index.ts";
import { fileAddress, isOfOpenSchools, pageSize, questionOf } from "../address.ts";
import { useSchoolChoices, useSchools, type SchoolLine } from "../data.ts";
import { FindSchool } from "../parts/find-school.tsx";
import { filtersOf } from "../parts/filters.ts";
import { SchoolTable } from "../parts/school-table.tsx";

type Found = { readonly schools: readonly SchoolLine[]; readonly total: number };

const lineOf = (search: string, total: number): string => {
  const schools = isOfOpenSchools(search)
    ? counted(total, "open school")
    : counted(total, "school");
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return pages === 1 ? schools : `${schools}, page ${pageIn(search)} of ${pages}`;
};

function Results(props: { area: string; search: string; found: Found }) {
  return (
    <>
      <ListLine text={lineOf(props.search, props.found.total)}>
        <Link href={inArea(props.area, `/map${props.search}`)}>See them on the map</Link>
        {" · "}
        <Link href={fileAddress(props.area, props.search)} download>
          Download as CSV
        </Link>
      </ListLine>
      <SchoolTable area={props.area} schools={props.found.schools} search={props.search} />
      <Pagination
        page={pageIn(props.search)}
        pages={Math.ceil(props.found.total / pageSize)}
        search={props.search}
      />
    </>
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
        <Columns kind="side-main">
          <FilterPanel groups={filters()} search={location.search} />
          <div>
            <FilterChips groups={filters()} search={location.search} />
            <Loaded query={query} what="Loading schools">
              {(found) => <Results area={slug()} search={location.search} found={found()} />}
            </Loaded>
          </div>
        </Columns>
      </Show>
    </Page>
  );
}
