import { toDateWords } from "../../../lib/words.ts";
import { SourceNote } from "../../../ui/index.ts";
import type { SchoolPage } from "../data.ts";

type Sources = SchoolPage["sources"];

/** The sources of some values in one line, each named once with its day. */
export const sourceWords = (
  sources: Sources,
  importIds: readonly (number | null)[],
): string | undefined => {
  const found = importIds.flatMap((id) => (id === null ? [] : (sources[id] ?? [])));
  const lines = found.map(({ source, asOf }) => `${source}, as of ${toDateWords(asOf)}`);
  return lines.length === 0 ? undefined : [...new Set(lines)].join("; ");
};

/** Where values come from; says so when no import vouches for them. */
export function Sourced(props: {
  sources: Sources;
  imports: readonly (number | null)[];
  note?: string;
}) {
  return (
    <SourceNote
      source={sourceWords(props.sources, props.imports) ?? "not known"}
      note={props.note}
    />
  );
}
