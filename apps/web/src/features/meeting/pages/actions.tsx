import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { Downloads, Page } from "../../../ui/index.ts";
import { useActions } from "../data.ts";
import { ActionTable } from "../parts/action-table.tsx";
import { BoardNavigation } from "../parts/board-navigation.tsx";

/** What boards asked of people: one's own, and those of the boards that one reads. */
export function Actions() {
  const slug = useAreaSlug();
  const actions = useActions(slug);
  return (
    <Page
      title="Actions"
      lead="What boards have asked of people. An action comes again at each meeting until it is done."
    >
      <BoardNavigation area={slug()} />
      <Loaded query={actions} what="Loading the actions">
        {(list) => (
          <>
            <ActionTable area={slug()} actions={list().actions} caption="Actions" />
            <p class="govuk-body a-small">
              <Downloads csv={`/files/areas/${slug()}/boards/actions.csv`} about="of the actions" />
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}
