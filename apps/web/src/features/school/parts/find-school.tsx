import { useNavigate } from "@solidjs/router";
import { createSignal } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Combobox, type ComboboxOption } from "../../../ui/index.ts";

type Hit = Awaited<ReturnType<typeof api.school.search.query>>[number];

const toOption = (hit: Hit): ComboboxOption => ({
  id: String(hit.urn),
  label: hit.name,
  detail: [hit.status === "closed" ? "Closed" : "", hit.town ?? "", hit.postcode ?? "", hit.urn]
    .filter((part) => part !== "")
    .join(" · "),
});

const wordsIn = (form: HTMLFormElement): string => {
  const words = new FormData(form).get("words");
  return typeof words === "string" ? words.trim() : "";
};

/** Finds a school by its name, town, URN or postcode, and goes to its page; Enter alone lists all that fit. */
export function FindSchool(props: { area: string; id: string; label: string; hint?: string }) {
  const navigate = useNavigate();
  const [chosen, setChosen] = createSignal<ComboboxOption>();
  const search = async (words: string, signal: AbortSignal) => {
    const hits = await api.school.search.query({ area: props.area, words }, { signal });
    return hits.map(toOption);
  };
  const go = (option: ComboboxOption | undefined) => {
    setChosen(option);
    if (option !== undefined) navigate(inArea(props.area, `/schools/${option.id}`));
  };
  const list = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const words = wordsIn(event.currentTarget);
    if (words !== "") navigate(inArea(props.area, `/schools?words=${encodeURIComponent(words)}`));
  };
  return (
    <form role="search" aria-label={props.label} onSubmit={list}>
      <Combobox
        name="words"
        id={props.id}
        label={props.label}
        hint={props.hint}
        noun={["school", "schools"]}
        value={chosen()}
        onChange={go}
        search={search}
      />
    </form>
  );
}
