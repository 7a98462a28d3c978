import { useNavigate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  createForm,
  Form,
  InsetText,
  Page,
  Radios,
  TextArea,
} from "../../../ui/index.ts";
import { useMenuAct, usePackage, type Package } from "../data.ts";
import { toDayWords } from "../words.ts";

type Answers = { readonly said: "agree" | "turn-down" | ""; readonly answer: string };

const empty: Answers = { said: "", answer: "" };

const createAnswerForm = (props: { area: string; package: Package }) => {
  const act = useMenuAct();
  const navigate = useNavigate();
  return createForm<Answers>({
    initial: empty,
    check: ({ said, answer }) => ({
      said: said === "" ? "Choose what the zone said" : undefined,
      answer: said === "turn-down" && answer.trim() === "" ? "Say why" : undefined,
    }),
    submit: async ({ said, answer }) => {
      const { area, package: asked } = props;
      const given = { area, id: asked.id, version: asked.version };
      const outcome = await act(() =>
        api.menu.answer.mutate({ ...given, isAgreed: said === "agree", answer }),
      );
      if (outcome.done) navigate(inArea(area, "/menu"));
      return outcome;
    },
  });
};

function Whole(props: { area: string; package: Package }) {
  const form = createAnswerForm(props);
  return (
    <Page
      title="What does the zone say?"
      caption={props.package.zone}
      before={<BackLink href={inArea(props.area, "/menu")} />}
      error={form.problems().length > 0}
    >
      <InsetText>
        <strong>{`${props.package.title}, ${toDayWords(props.package.halfDays)}, with ${props.package.leader}.`}</strong>{" "}
        <span class="a-words">{props.package.includes}</span>
      </InsetText>
      <Form form={form} submitLabel="Save the answer">
        <Radios
          label="The zone’s panel"
          choices={[
            { value: "agree", label: "Agrees: it is in the menu" },
            { value: "turn-down", label: "Turns it down" },
          ]}
          {...form.field("said")}
        />
        <TextArea
          label="In the panel’s words"
          hint="The leader reads it. Needed when it is turned down."
          limit={500}
          {...form.field("answer")}
        />
      </Form>
    </Page>
  );
}

/** The zone's answer to a package that a leader published. */
export function AnswerPackage() {
  const slug = useAreaSlug();
  const params = useParams();
  const one = usePackage(() => ({ area: slug(), id: params["package"] ?? "" }));
  return (
    <Loaded query={one} what="Loading the package">
      {(given) => (
        <Show when={given().may.answer} fallback={<NotFound />}>
          <Whole area={slug()} package={given()} />
        </Show>
      )}
    </Loaded>
  );
}
