import type { InterestKind } from "@alongside/domain/conflict";
import { useNavigate } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  Combobox,
  createForm,
  DateTextField,
  Form,
  isoOfText,
  Page,
  Radios,
  TextArea,
  type ComboboxOption,
} from "../../../ui/index.ts";
import { useConflictAct, useConflictChoices, type ConflictChoices } from "../data.ts";
import { interestWords } from "../words.ts";

type Shown = { area: string; choices: ConflictChoices };
type Answers = {
  readonly who: "self" | "leader";
  readonly leader: ComboboxOption | undefined;
  readonly school: ComboboxOption | undefined;
  readonly kind: InterestKind | "";
  readonly words: string;
  readonly until: string;
};

const kinds = ["past-employment", "governor", "reciprocal-support", "other"] as const;

const hints: Partial<Readonly<Record<InterestKind, string>>> = {
  "reciprocal-support": "Counts for two years after it ended",
};

const check = ({ who, leader, school, kind, words, until }: Answers) => ({
  leader: who === "leader" && leader === undefined ? "Choose a leader" : undefined,
  school: school === undefined ? "Choose a school" : undefined,
  kind: kind === "" ? "Choose what ties them" : undefined,
  words: words.trim() === "" ? "Say it in a sentence" : undefined,
  until:
    until.trim() !== "" && isoOfText(until) === undefined
      ? "Enter a day, such as 31 July 2024, or leave it empty"
      : undefined,
});

const createDeclareForm = (props: Shown) => {
  const navigate = useNavigate();
  const act = useConflictAct();
  return createForm<Answers>({
    initial: {
      who: "self",
      leader: undefined,
      school: undefined,
      kind: "",
      words: "",
      until: "",
    },
    check,
    submit: async ({ who, leader, school, kind, words, until }) => {
      const made: { id?: string | undefined } = {};
      const outcome = await act(async () => {
        const { conflicts } = await api.conflict.declare.mutate({
          area: props.area,
          ...(who === "leader" && leader !== undefined ? { personId: leader.id } : {}),
          urn: Number(school?.id ?? 0),
          kind: kind === "" ? "other" : kind,
          words,
          untilOn: isoOfText(until) ?? null,
        });
        [made.id] = conflicts;
      });
      if (outcome.done) {
        navigate(
          inArea(props.area, made.id === undefined ? "/conflicts" : `/conflicts/${made.id}`),
        );
      }
      return outcome;
    },
  });
};

function Who(props: Shown & { form: ReturnType<typeof createDeclareForm> }) {
  const search = (words: string) =>
    Promise.resolve(
      props.choices.leaders
        .filter(({ name, school }) =>
          `${name} ${school ?? ""}`.toLowerCase().includes(words.toLowerCase()),
        )
        .slice(0, 20)
        .map(({ id, name, school }) => ({
          id,
          label: name,
          ...(school === null ? {} : { detail: school }),
        })),
    );
  return (
    <Show when={props.choices.leaders.length > 0}>
      <Radios
        label="Whose interest is it?"
        choices={[
          { value: "self", label: "My own" },
          {
            value: "leader",
            label: "A leader’s",
            ...(props.choices.isStaff ? {} : { hint: "With your own school" }),
          },
        ]}
        {...props.form.field("who")}
      />
      <Show when={props.form.values().who === "leader"}>
        <Combobox
          label="Leader"
          noun={["leader", "leaders"]}
          search={search}
          {...props.form.field("leader")}
        />
      </Show>
    </Show>
  );
}

function DeclareForm(props: Shown) {
  const form = createDeclareForm(props);
  const search = async (words: string, signal: AbortSignal) => {
    const hits = await api.school.search.query({ area: props.area, words }, { signal });
    return hits.map(({ urn, name, town }) => ({
      id: String(urn),
      label: name,
      detail: [town ?? "", urn].filter((part) => part !== "").join(" · "),
    }));
  };
  return (
    <Page
      title="Declare an interest"
      lead="Say what ties you to a school before it matters. Somebody without a part in it decides whether you may still work together."
      before={<BackLink href={inArea(props.area, "/conflicts")} />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel="Declare">
        <Who {...props} form={form} />
        <Combobox
          label="School"
          noun={["school", "schools"]}
          search={search}
          {...form.field("school")}
        />
        <Radios
          label="What ties them?"
          choices={kinds.map((value) => ({
            value,
            label: interestWords[value],
            hint: hints[value],
          }))}
          {...form.field("kind")}
        />
        <TextArea
          label="In a sentence"
          hint="Read by the two sides and those who decide; the board does not see it"
          rows={3}
          limit={1000}
          {...form.field("words")}
        />
        <DateTextField label="Until when" optional {...form.field("until")} />
      </Form>
    </Page>
  );
}

/** What ties a person to a school, in a minute. */
export function DeclareInterest() {
  const slug = useAreaSlug();
  const choices = useConflictChoices(slug);
  return (
    <Loaded query={choices} what="Loading the form">
      {(known) => <DeclareForm area={slug()} choices={known()} />}
    </Loaded>
  );
}
