export { announce } from "./announce.ts";
export { counted } from "./counted.ts";
export {
  filterAddress,
  pageAddress,
  pageIn,
  sortAddress,
  sortOf,
  withoutParams,
  withoutValue,
  withParam,
  type SortOrder,
} from "./address.ts";
export { Shell, type ShellProps } from "./shell/shell.tsx";
export { useShell, type ShellValue } from "./shell/shell-context.ts";
export { AccountMenu, type AccountItem } from "./shell/account-menu.tsx";
export type { NavItem } from "./shell/header.tsx";
export type { FooterLink } from "./shell/footer.tsx";
export { Page, type PageProps } from "./shell/page.tsx";
export { BackLink, Breadcrumbs, type Crumb } from "./shell/trail.tsx";
export { Card, Columns } from "./shell/columns.tsx";
export { Button, ButtonRow, LinkButton, PlainButton, WarningButton } from "./button/button.tsx";
export { Link } from "./button/link.tsx";
export { CopyButton } from "./button/copy-button.tsx";
export type { Choice } from "./field/choice.ts";
export type { ChoiceSet } from "./field/choice-sets.tsx";
export { Check } from "./field/check.tsx";
export { Checkboxes } from "./field/checkboxes.tsx";
export { DateField } from "./field/date-field.tsx";
export { DateTextField } from "./field/date-text-field.tsx";
export {
  isEmptyDate,
  isoOfParts,
  isoOfText,
  noDate,
  partsOfIso,
  type DateParts,
} from "./field/date-parts.ts";
export { ErrorMessage, Hint, type FieldProps } from "./field/field-frame.tsx";
export { Fieldset } from "./field/fieldset.tsx";
export { FileField } from "./field/file-field.tsx";
export { Radios } from "./field/radios.tsx";
export { Repeated, type RepeatedRow } from "./field/repeated.tsx";
export { Select } from "./field/select.tsx";
export { TextArea } from "./field/text-area.tsx";
export { TextField } from "./field/text-field.tsx";
export { Combobox } from "./combobox/combobox.tsx";
export type { ComboboxOption } from "./combobox/listbox.tsx";
export * from "./form/index.ts";
export { Table, type Column } from "./list/table.tsx";
export { Pagination } from "./list/pagination.tsx";
export { Filtered } from "./list/filtered.tsx";
export { Results } from "./list/results.tsx";
export { Downloads } from "./list/downloads.tsx";
export { ListLine } from "./list/list-line.tsx";
export { FilterChips, FilterPanel } from "./list/filter-panel.tsx";
export type { FilterGroup } from "./list/filter-group.ts";
export { SummaryList, type SummaryRow } from "./content/summary-list.tsx";
export { Tabs, type Tab } from "./content/tabs.tsx";
export { SubNavigation, type SubNavItem } from "./content/sub-navigation.tsx";
export { Details } from "./content/details.tsx";
export { Heading, type Level } from "./content/heading.tsx";
export { Timeline, type TimelineItem } from "./content/timeline.tsx";
export { TaskList, type Task } from "./content/task-list.tsx";
export { Badge, Tag, type TagColour } from "./status/tag.tsx";
export { StatTile } from "./status/stat-tile.tsx";
export { SourceNote } from "./status/source-note.tsx";
export { Clock } from "./status/clock.tsx";
export { WhoActsNext } from "./status/who-acts-next.tsx";
export { ProgressBar } from "./status/progress-bar.tsx";
export { Loading } from "./status/loading.tsx";
export { NotificationBanner } from "./notice/notification-banner.tsx";
export { InsetText, Panel, WarningText } from "./notice/texts.tsx";
export { EmptyState } from "./notice/empty-state.tsx";
export { Dialog } from "./overlay/dialog.tsx";
export { SessionWarning } from "./overlay/session-warning.tsx";
export { BarChart, type Bar } from "./chart/bar-chart.tsx";
export { StackedBar, type Stack } from "./chart/stacked-bar.tsx";
export { LineChart, type Line } from "./chart/line-chart.tsx";
export { figure } from "./chart/scale.ts";
export type { LinePoint } from "./chart/line-path.ts";
export { DotPlot, type Dot } from "./chart/dot-plot.tsx";
export { HeatMap, type HeatCell } from "./chart/heat-map.tsx";
export { SvgMap, type MapArea, type MapLink, type MapPoint } from "./map/svg-map.tsx";
