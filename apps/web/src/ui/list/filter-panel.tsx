import "../../look/list.scss";
import { createUniqueId, For, Show } from "solid-js";
import { filterAddress, withoutParams, withoutValue } from "../address.ts";
import { Button } from "../button/button.tsx";
import { useShell } from "../shell/shell-context.ts";
import { FilterField } from "./filter-fields.tsx";
import { chipsOf, type FilterGroup } from "./filter-group.ts";

type FilterProps = {
  groups: readonly FilterGroup[];
  /** The address's query: `location.search`. */
  search: string;
};

const textFields = (form: HTMLFormElement) =>
  [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );

const isWide = () => globalThis.matchMedia?.("(min-width: 56em)").matches ?? true;

/** Filters whose whole state is the address: it survives Back, reload and being sent to a colleague. */
export function FilterPanel(props: FilterProps) {
  const shell = useShell();
  const prefix = createUniqueId();
  const names = () => props.groups.map((group) => group.name);
  const onSubmit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    shell.navigate(filterAddress(props.search, names(), textFields(event.currentTarget)));
  };
  return (
    <details class="a-filter" open={isWide()}>
      <summary class="a-filter__toggle">Filters</summary>
      <form method="get" role="search" aria-label="Filters" onSubmit={onSubmit}>
        <For each={props.groups}>
          {(group) => <FilterField group={group} search={props.search} idPrefix={prefix} />}
        </For>
        <div class="a-filter__actions">
          <Button type="submit" small>
            Apply filters
          </Button>
        </div>
      </form>
    </details>
  );
}

/** The filters in force, each a link that takes it away. */
export function FilterChips(props: FilterProps) {
  const chips = () => chipsOf(props.groups, props.search);
  return (
    <Show when={chips().length > 0}>
      <ul class="a-chips" aria-label="Filters in force">
        <For each={chips()}>
          {(chip) => (
            <li>
              <a
                class="a-chip"
                attr:noscroll=""
                href={withoutValue(props.search, chip.name, chip.value)}
              >
                <span class="govuk-visually-hidden">{"Remove filter "}</span>
                {chip.text}
                <svg viewBox="0 0 10 10" aria-hidden="true">
                  <path d="M1 1l8 8M9 1l-8 8" />
                </svg>
              </a>
            </li>
          )}
        </For>
        <li>
          <a
            class="a-chip a-chip--all"
            attr:noscroll=""
            href={withoutParams(
              props.search,
              props.groups.map((group) => group.name),
            )}
          >
            Clear filters
          </a>
        </li>
      </ul>
    </Show>
  );
}
