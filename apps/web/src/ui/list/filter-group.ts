import type { Choice } from "../field/choice.ts";

/** One filter: its name is the parameter in the address. */
export type FilterGroup =
  | {
      readonly kind: "search";
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
    }
  | {
      readonly kind: "one" | "many" | "radios";
      readonly name: string;
      readonly label: string;
      readonly choices: readonly Choice[];
    };

/** A filter in force, in words, and its place in the address. */
export type Chip = { readonly name: string; readonly value: string; readonly text: string };

/** The filters that an address holds. A value that is no choice of its group is left out: nothing is filtered by it. */
export function chipsOf(groups: readonly FilterGroup[], search: string): readonly Chip[] {
  const params = new URLSearchParams(search);
  return groups.flatMap((group) =>
    params.getAll(group.name).flatMap((value) => {
      if (value === "") return [];
      const words =
        group.kind === "search"
          ? `‘${value}’`
          : group.choices.find((choice) => choice.value === value)?.label;
      return words === undefined
        ? []
        : [{ name: group.name, value, text: `${group.label}: ${words}` }];
    }),
  );
}
