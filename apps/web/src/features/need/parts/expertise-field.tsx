import { Combobox, type ComboboxOption } from "../../../ui/index.ts";
import type { NeedChoices } from "../data.ts";

type Entry = NeedChoices["lists"][string][number];

const toOption = ({ code, label, group }: Entry): ComboboxOption => ({
  id: code,
  label,
  ...(group === null ? {} : { detail: group }),
});

const fits = (entry: Entry, words: string): boolean =>
  `${entry.label} ${entry.group ?? ""}`.toLowerCase().includes(words.toLowerCase());

type ExpertiseFieldProps = {
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  optional?: boolean;
  entries: readonly Entry[];
  value: string;
  onChange: (code: string) => void;
};

/** One area of expertise: typing narrows the list, the arrow key opens all of it. */
export function ExpertiseField(props: ExpertiseFieldProps) {
  const chosen = () => {
    const entry = props.entries.find(({ code }) => code === props.value);
    return entry === undefined ? undefined : toOption(entry);
  };
  const search = (words: string) =>
    Promise.resolve(
      props.entries.filter((entry) => !entry.isRetired && fits(entry, words)).map(toOption),
    );
  return (
    <Combobox
      name={props.name}
      label={props.label}
      hint={props.hint}
      error={props.error}
      optional={props.optional}
      noun={["area", "areas"]}
      minLength={0}
      pause={60}
      value={chosen()}
      onChange={(option) => props.onChange(option?.id ?? "")}
      search={search}
    />
  );
}
