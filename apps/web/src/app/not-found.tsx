import { Page } from "../ui/index.ts";

export function NotFound() {
  return (
    <Page title="Page not found">
      <p class="govuk-body">If you typed the address, check that it is right.</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to your home page
        </a>
      </p>
    </Page>
  );
}
