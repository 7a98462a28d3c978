import { useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import {
  announce,
  createForm,
  Details,
  Form,
  Link,
  PlainButton,
  TextField,
} from "../../../ui/index.ts";
import { queueAddress } from "../addresses.ts";
import { useNeedAct, useSavedViews, type SavedView } from "../data.ts";

/** Whether an address shows what a view keeps, in whatever order its parameters stand. */
const isShown = (view: SavedView, search: string): boolean => {
  const sorted = (text: string) => {
    const params = new URLSearchParams(text);
    params.delete("page");
    params.sort();
    return params.toString();
  };
  return sorted(view.search) === sorted(search);
};

function SaveForm(props: { area: string; search: string }) {
  const act = useNeedAct();
  const form = createForm({
    initial: { name: "" },
    check: ({ name }) => ({ name: name.trim() === "" ? "Enter a name" : undefined }),
    submit: async ({ name }) => {
      const { area, search } = props;
      const outcome = await act(() => api.queue.saveView.mutate({ area, name, search }));
      if (outcome.done) {
        announce("View saved");
        form.set("name", "");
      }
      return outcome;
    },
  });
  return (
    <Form form={form} submitLabel="Save view" label="Save these filters">
      <TextField
        label="Name for these filters"
        hint="Yours alone. The same name again takes the new filters."
        {...form.field("name")}
      />
    </Form>
  );
}

function Remove(props: { area: string; views: readonly SavedView[] }) {
  const act = useNeedAct();
  const remove = async ({ id, name }: SavedView) => {
    const { area } = props;
    await act(() => api.queue.removeView.mutate({ area, id }));
    announce(`${name} removed`);
  };
  return (
    <ul class="govuk-list">
      <For each={props.views}>
        {(view) => (
          <li>
            {`${view.name} `}
            <PlainButton about={view.name} onPress={() => void remove(view)}>
              Remove
            </PlainButton>
          </li>
        )}
      </For>
    </ul>
  );
}

/** The filters that a person has named: one press away, and a way to name those that are set now. */
export function SavedViews(props: { area: string }) {
  const location = useLocation();
  const query = useSavedViews(() => props.area);
  const views = () => query.data ?? [];
  return (
    <nav aria-label="Saved views">
      <Show when={views().length > 0}>
        <p class="govuk-body">
          {"Your views: "}
          <For each={views()}>
            {(view, index) => (
              <>
                {index() === 0 ? "" : " · "}
                <Show
                  when={!isShown(view, location.search)}
                  fallback={<strong>{view.name}</strong>}
                >
                  <Link href={queueAddress(props.area, `?${view.search}`)}>{view.name}</Link>
                </Show>
              </>
            )}
          </For>
        </p>
      </Show>
      <Details
        summary={views().length > 0 ? "Save or remove a view" : "Save these filters as a view"}
      >
        <SaveForm area={props.area} search={location.search} />
        <Remove area={props.area} views={views()} />
      </Details>
    </nav>
  );
}
