import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api, submitting } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { createForm, Form, Link, Page, TextArea } from "../../../ui/index.ts";
import { useRetention, type Hold } from "../data.ts";
import { KeepingTrail, useKeepingPath, useKept } from "../parts/trail.tsx";

function ReleaseForm(props: { hold: Hold }) {
  const slug = useAreaSlug();
  const way = useKeepingPath();
  const finish = useKept();
  const form = createForm({
    initial: { reason: "" },
    check: ({ reason }) => ({ reason: reason.trim() === "" ? "Say why it ends" : undefined }),
    submit: ({ reason }) =>
      submitting(async () => {
        await api.retention.release.mutate({ area: slug(), id: props.hold.id, reason });
        await finish(`The hold on ${props.hold.about} has ended`);
      }),
  });
  return (
    <Page
      title={`End the hold on ${props.hold.about}`}
      lead={`It was placed because: ${props.hold.reason}`}
      before={<KeepingTrail isBelow />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel="End the hold" also={<Link href={way()}>Cancel</Link>}>
        <TextArea label="Why it ends" {...form.field("reason")} />
      </Form>
    </Page>
  );
}

export function ReleaseHold() {
  const params = useParams();
  const query = useRetention();
  const open = (holds: readonly Hold[]) =>
    holds.find(({ id, releasedAt }) => id === params["hold"] && releasedAt === null);
  return (
    <Loaded query={query} what="Loading the hold">
      {(known) => (
        <Show when={open(known().holds)} fallback={<NotFound />}>
          {(hold) => <ReleaseForm hold={hold()} />}
        </Show>
      )}
    </Loaded>
  );
}
