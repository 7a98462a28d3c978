import { Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { createForm, Form, Radios, TextArea } from "../../../ui/index.ts";
import { useConflictAct, type ConflictPage } from "../data.ts";

type Shown = { area: string; conflict: ConflictPage };
type Outcome = "allow" | "uphold" | "";

/** The decision, with its reason and what the two keep to. */
export function Decide(props: Shown) {
  const act = useConflictAct();
  const form = createForm<{ outcome: Outcome; conditions: string; reason: string }>({
    initial: { outcome: "", conditions: "", reason: "" },
    check: ({ outcome, reason }) => ({
      outcome: outcome === "" ? "Choose allow or refuse" : undefined,
      reason: reason.trim() === "" ? "Enter a reason" : undefined,
    }),
    submit: ({ outcome, conditions, reason }) => {
      const { id, version } = props.conflict;
      const decision = outcome === "uphold" ? "uphold" : "allow";
      const given = {
        area: props.area,
        id,
        version,
        outcome: decision,
        conditions,
        reason,
      } as const;
      return act(() => api.conflict.decide.mutate(given));
    },
  });
  return (
    <>
      <h2 class="govuk-heading-m">Decide</h2>
      <Form form={form} submitLabel="Record the decision">
        <Radios
          label="May they work together?"
          choices={[
            { value: "allow", label: "Allow", hint: "With conditions, if there are any" },
            { value: "uphold", label: "Refuse", hint: "Offers and signatures stay blocked" },
          ]}
          {...form.field("outcome")}
        />
        <Show when={form.values().outcome === "allow"}>
          <TextArea
            label="Conditions"
            optional
            hint="For example, the chair of governors is told"
            rows={3}
            limit={1000}
            {...form.field("conditions")}
          />
        </Show>
        <TextArea
          label="Reason"
          hint="It is logged with your name and read by the board"
          rows={3}
          limit={1000}
          {...form.field("reason")}
        />
      </Form>
    </>
  );
}

/** Opens a decision again, with the reason. */
export function Revisit(props: Shown) {
  const act = useConflictAct();
  const form = createForm({
    initial: { reason: "" },
    check: ({ reason }) => ({ reason: reason.trim() === "" ? "Enter a reason" : undefined }),
    submit: ({ reason }) => {
      const { id, version } = props.conflict;
      return act(() => api.conflict.revisit.mutate({ area: props.area, id, version, reason }));
    },
  });
  return (
    <Form form={form} submitLabel="Open the decision again">
      <TextArea
        label="What has changed?"
        hint="Until it is decided anew, offers and signatures are blocked"
        rows={3}
        limit={1000}
        {...form.field("reason")}
      />
    </Form>
  );
}
