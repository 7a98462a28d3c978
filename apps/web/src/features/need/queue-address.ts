import { bands, type NeedState } from "@alongside/domain/need";
import { pageIn, sortOf, type FilterGroup } from "../../ui/index.ts";
import type { NeedChoices, QueueQuestion } from "./data.ts";
import { labelOf, stateWords } from "./words.ts";

export const pageSize = 50;

const sorts = ["due", "age", "band", "school", "reference"] as const;
const scopes = ["mine", "watched"] as const;
export const queueStates = [
  "submitted",
  "open",
  "offered",
  "agreed",
  "on-hold",
  "closed",
] as const satisfies readonly NeedState[];

/** The stages in which a need waits for somebody. */
export const waitingStates = ["submitted", "open", "offered", "on-hold"] as const;

/** The question that the address of the queue asks. Agreed and closed needs are left out unless they are asked for. */
export const questionOf = (area: string, search: string): QueueQuestion => {
  const address = new URLSearchParams(search);
  const order = sortOf(search);
  const stages = address.getAll("stage");
  const only = address.getAll("only");
  return {
    area,
    scope: scopes.find((scope) => scope === address.get("scope")) ?? "all",
    zone: address.get("zone") || undefined,
    states: stages.length === 0 ? [...waitingStates] : stages,
    bands: address.getAll("band"),
    isUrgent: only.includes("urgent") || undefined,
    isLate: only.includes("late") || undefined,
    words: address.get("words") || undefined,
    sort: sorts.find((sort) => sort === order?.key) ?? "due",
    isDescending: order?.direction === "descending",
    offset: (pageIn(search) - 1) * pageSize,
    limit: pageSize,
  };
};

/** The queue of this address as a file. */
export const fileAddress = (area: string, search: string): string => {
  const params = new URLSearchParams(search);
  params.delete("page");
  const query = params.toString();
  return `/files/areas/${area}/needs.csv${query === "" ? "" : `?${query}`}`;
};

/** The filters of the queue. */
export const filtersOf = (choices: NeedChoices): readonly FilterGroup[] => [
  { kind: "search", name: "words", label: "School or reference" },
  {
    kind: "radios",
    name: "scope",
    label: "Whose",
    choices: [
      { value: "mine", label: "Mine" },
      { value: "watched", label: "On my watch list" },
    ],
  },
  ...(choices.zones.length > 1
    ? [
        {
          kind: "one" as const,
          name: "zone",
          label: "Zone",
          choices: choices.zones.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]
    : []),
  {
    kind: "many",
    name: "stage",
    label: "Stage",
    choices: queueStates.map((state) => ({ value: state, label: stateWords[state] })),
  },
  {
    kind: "many",
    name: "band",
    label: "Band",
    choices: bands.map((band) => ({
      value: String(band),
      label: `${band} ${labelOf(choices.lists["need-band"], String(band))}`,
    })),
  },
  {
    kind: "many",
    name: "only",
    label: "Only",
    choices: [
      { value: "urgent", label: "Urgent" },
      { value: "late", label: "Late" },
    ],
  },
];
