import type { Choice } from "../../../ui/index.ts";

type Entry = {
  readonly code: string;
  readonly label: string;
  readonly help: string | null;
  readonly isRetired: boolean;
};

/** The entries of a list that can be chosen; a retired one only where it was chosen before. */
export const asChoices = (
  entries: readonly Entry[],
  chosen: readonly string[] = [],
): readonly Choice[] =>
  entries
    .filter(({ code, isRetired }) => !isRetired || chosen.includes(code))
    .map(({ code, label, help }) => ({
      value: code,
      label,
      ...(help === null ? {} : { hint: help }),
    }));
