import { inArea, useAreaSlug } from "../../../app/area.ts";
import { useSession } from "../../../app/session.ts";
import { Page } from "../../../ui/index.ts";

export function AreaHome() {
  const slug = useAreaSlug();
  const session = useSession();
  const area = () => session.data?.areas.find((each) => each.slug === slug());
  return (
    <Page title={area()?.name ?? "Page not found"}>
      <p class="govuk-body">
        <a class="govuk-link" href={inArea(slug(), "/schools")}>
          Schools
        </a>
      </p>
    </Page>
  );
}
