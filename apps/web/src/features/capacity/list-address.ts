import type { FilterGroup } from "../../ui/index.ts";
import type { CapacityChoices, SupplyQuestion } from "./data.ts";
import { stateWords, supplyStates } from "./words.ts";

/** What the address of the list asks; the file of the same address asks the same. */
export const questionOf = (area: string, search: string): SupplyQuestion => {
  const params = new URLSearchParams(search);
  const one = (name: string) => params.get(name) || undefined;
  return {
    area,
    termId: one("term"),
    states: params.getAll("stage"),
    zone: one("zone"),
    expertise: one("area"),
    kinds: params.getAll("kind"),
    words: one("words"),
  };
};

const entriesOf = (choices: CapacityChoices, list: string) =>
  (choices.lists[list] ?? [])
    .filter(({ isRetired }) => !isRetired)
    .map(({ code, label }) => ({ value: code, label }));

/** Every filter of the list of days. */
export const filtersOf = (choices: CapacityChoices): readonly FilterGroup[] => [
  {
    kind: "search",
    name: "words",
    label: "Leader or home school",
  },
  {
    kind: "many",
    name: "stage",
    label: "Answer",
    choices: supplyStates.map((state) => ({ value: state, label: stateWords[state] })),
  },
  {
    kind: "one",
    name: "area",
    label: "Area of expertise",
    choices: entriesOf(choices, "expertise"),
  },
  {
    kind: "one",
    name: "zone",
    label: "Serves zone",
    choices: choices.zones.map(({ id, name }) => ({ value: id, label: name })),
  },
  { kind: "many", name: "kind", label: "Designation", choices: entriesOf(choices, "designation") },
];
