import { Details, Link, Page } from "../../../ui/index.ts";

/** First help; the partnership administrator is who helps further. */
export function Help() {
  return (
    <Page title="Help">
      <Details summary="I cannot sign in">
        <p class="govuk-body">
          <Link href="/reset">Ask for a link to set a new password.</Link>
          {" It comes by mail within minutes; look into the folder for unwanted mail too."}
        </p>
        <p class="govuk-body">
          After several wrong passwords you have to wait, up to 15 minutes. Waiting, or a new
          password, ends it.
        </p>
      </Details>
      <Details summary="I do not have my phone">
        <p class="govuk-body">
          Where the code is asked for, enter one of your recovery codes. Each works once. If you
          have none left, your partnership administrator can let you set up a new app.
        </p>
      </Details>
      <Details summary="My invitation does not open">
        <p class="govuk-body">
          An invitation works for 14 days, once. Ask whoever invited you to send it again.
        </p>
      </Details>
      <Details summary="I see too little, or the wrong school">
        <p class="govuk-body">
          Your partnership administrator or zone coordinator can change your part. A change counts
          from your next click; you need not sign in again.
        </p>
      </Details>
      <Details summary="I was signed out">
        <p class="govuk-body">
          For safety you are signed out after 60 minutes without use, and after 12 hours at the
          latest. You are asked before.
        </p>
      </Details>
      <h2 class="govuk-heading-m">Still stuck?</h2>
      <p class="govuk-body">
        Ask your partnership administrator. Where a page shows a number to quote, quote it: it finds
        what went wrong.
      </p>
    </Page>
  );
}
