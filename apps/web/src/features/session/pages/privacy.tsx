import { Page } from "../../../ui/index.ts";

/** What the product itself does with personal data. Whoever runs it adds who they are. */
export function Privacy() {
  return (
    <Page title="Privacy" lead="What Alongside keeps about the people who use it.">
      <p class="govuk-body">
        Alongside is run by, or for, the partnership that invited you. The partnership is
        responsible for your personal data; its own notice says who that is, on which legal ground,
        and how to reach its data protection officer. Ask your partnership administrator for it.
      </p>
      <h2 class="govuk-heading-m">What is kept</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>your name and your work e-mail address</li>
        <li>the parts that you play, and in which schools, zones or areas</li>
        <li>what you do here: needs, decisions and changes, with the time of each</li>
        <li>
          when and from which network address and browser you signed in, or somebody tried to sign
          in as you
        </li>
      </ul>
      <p class="govuk-body">
        Your password is kept in a form from which it cannot be read back. The secret of your
        authenticator app is kept encrypted. Alongside asks for nothing about your health, family or
        money, and holds no records of children.
      </p>
      <h2 class="govuk-heading-m">Who sees it</h2>
      <p class="govuk-body">
        People in your area see your name where your part brings you together. Administrators,
        officers and zone coordinators of the area see your address and parts; a head sees those of
        the own school. The access log, with sign-ins, is for the partnership administrator. What is
        written about a school’s needs is shown only as far as each page says. Who read a concern or
        took a list of people away is recorded.
      </p>
      <h2 class="govuk-heading-m">How long it is kept</h2>
      <p class="govuk-body">
        Your partnership chooses, for each kind of record, and its administrator can tell you.
        Unless they chose otherwise: mails and invitations for 1 year; your name, address and
        account for 2 years after your last part has ended; notes of visits and the words of the log
        for 7 years, as long as public money may be asked about. What a claim or a complaint needs
        is kept until that is over.
      </p>
      <h2 class="govuk-heading-m">Cookies</h2>
      <p class="govuk-body">
        There is one cookie, which keeps you signed in. It ends when you sign out, after 60 minutes
        without use, and after 12 hours at the latest. If you sign in with another service, a second
        one lasts while you are on your way there and back. There are no statistics by others, no
        advertising and nothing that follows you elsewhere. The browser also keeps the time of your
        last use, to warn you before you are signed out, and what you wrote on a form that could not
        be sent, until it is sent.
      </p>
      <h2 class="govuk-heading-m">Your rights</h2>
      <p class="govuk-body">
        You can download everything that is kept about you from your account page, have it put
        right, and in many cases have it erased: ask your partnership administrator. You can
        complain to the Information Commissioner’s Office.
      </p>
    </Page>
  );
}
