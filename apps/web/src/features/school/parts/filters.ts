import { phases, schoolStatuses, settings } from "@alongside/domain/school";
import type { FilterGroup } from "../../../ui/index.ts";
import type { SchoolChoices } from "../data.ts";
import { phaseWords, settingWords, statusWords, toCalmName } from "../words.ts";

const labelled = <Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
) => values.map((value) => ({ value, label: words[value] }));

/** Every filter of the area's schools; the list and the map share them, and so their addresses. */
export const filtersOf = (choices: SchoolChoices | undefined): readonly FilterGroup[] => [
  {
    kind: "search",
    name: "words",
    label: "Name, URN or postcode",
    hint: "Slips of spelling are forgiven",
  },
  { kind: "many", name: "phase", label: "Phase", choices: labelled(phases, phaseWords) },
  {
    kind: "one",
    name: "zone",
    label: "Zone",
    choices: [{ value: "none", label: "In no zone" }, ...(choices?.zones ?? [])],
  },
  {
    kind: "one",
    name: "trust",
    label: "Trust",
    choices: (choices?.trusts ?? []).map(({ value, label }) => ({
      value: value ?? "",
      label: toCalmName(label ?? `Trust ${value}`),
    })),
  },
  {
    kind: "one",
    name: "type",
    label: "Type",
    choices: (choices?.types ?? []).map(({ value }) => ({
      value: value ?? "",
      label: value ?? "",
    })),
  },
  { kind: "many", name: "setting", label: "Setting", choices: labelled(settings, settingWords) },
  {
    kind: "many",
    name: "status",
    label: "Status",
    choices: labelled(schoolStatuses, statusWords),
  },
];
