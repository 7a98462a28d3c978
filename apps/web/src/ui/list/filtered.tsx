import type { JSX } from "solid-js";
import { Columns } from "../shell/columns.tsx";
import type { FilterGroup } from "./filter-group.ts";
import { FilterChips, FilterPanel } from "./filter-panel.tsx";

type FilteredProps = {
  groups: readonly FilterGroup[];
  /** The address's query: `location.search`. */
  search: string;
  /** Stands above the filters in force: views that somebody saved. */
  above?: JSX.Element;
  children: JSX.Element;
};

/** A list page's body: the filters at the side; the filters in force above what they leave, which are the children. */
export function Filtered(props: FilteredProps) {
  return (
    <Columns kind="side-main">
      <FilterPanel groups={props.groups} search={props.search} />
      <div>
        {props.above}
        <FilterChips groups={props.groups} search={props.search} />
        {props.children}
      </div>
    </Columns>
  );
}
