import { SubNavigation } from "../../../ui/index.ts";
import type { CapacityChoices } from "../data.ts";
import { toTerm } from "../words.ts";

type TermNavProps = {
  choices: CapacityChoices;
  /** The term that is shown. */
  termId: string;
  hrefFor: (termId: string) => string;
};

const mostAhead = 3;

/** This term and the next ones; an earlier one while it is shown. */
export function TermNav(props: TermNavProps) {
  const terms = () => {
    const ahead = props.choices.terms.filter(({ isOver }) => !isOver).slice(0, mostAhead);
    const shown = props.choices.terms.filter(({ id }) => id === props.termId);
    return [...shown.filter((term) => !ahead.includes(term)), ...ahead];
  };
  return (
    <SubNavigation
      label="Terms"
      items={terms().map((term) => ({
        text: toTerm(term),
        href: props.hrefFor(term.id),
        current: term.id === props.termId,
      }))}
    />
  );
}
