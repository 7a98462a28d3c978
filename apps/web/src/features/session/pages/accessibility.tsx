import { Page } from "../../../ui/index.ts";

/** Says what was tested and what was not: nothing here is a certificate. */
export function Accessibility() {
  return (
    <Page title="Accessibility" lead="Alongside is meant for everyone who works with schools.">
      <p class="govuk-body">You should be able to:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>use every page with the keyboard alone</li>
        <li>enlarge the text to 400% without scrolling sideways, other than in wide tables</li>
        <li>use it on a phone</li>
        <li>have every page read by a screen reader</li>
        <li>read what a chart or a map shows as a table or a list</li>
      </ul>
      <h2 class="govuk-heading-m">How it was tested</h2>
      <p class="govuk-body">
        The aim is level AA of the Web Content Accessibility Guidelines 2.2. Each page that a test
        walks through is checked in Chromium, at the width of a desktop or of a phone, by the
        program axe, and for parts that stick out of the screen. A program finds some faults, not
        all. On some pages the test uses the keyboard alone, a window 320 pixels wide, or the forced
        colours of high contrast.
      </p>
      <p class="govuk-body">
        These checks are part of the product’s tests and were last run for this statement on 22
        November 2026. They found no fault on the pages that they walk through: signing in and
        invitations, the home page, people and the access log, schools and the map, set-up, needs,
        capacity, shortlists, offers, agreements, rounds, visits, impact, concerns and the board.
      </p>
      <h2 class="govuk-heading-m">What was not tested</h2>
      <p class="govuk-body">
        Nobody has tested it with screen readers or voice control yet, no people with disabilities
        have, and it has not been audited by others. We claim no compliance. A public body that runs
        Alongside has to test it and to publish a statement of its own.
      </p>
      <h2 class="govuk-heading-m">What is known to be hard</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>tables of figures scroll sideways on a phone; lists stand as cards there</li>
        <li>the map needs sight; the list of schools has all that it shows</li>
      </ul>
      <h2 class="govuk-heading-m">If something is hard for you</h2>
      <p class="govuk-body">
        Tell your partnership administrator what you wanted to do and what stood in the way. If the
        answer does not help, the Equality Advisory and Support Service advises you.
      </p>
    </Page>
  );
}
