import type { IdentityMail } from "@alongside/domain/identity";
import type { Letter } from "./letter.ts";

type Content<Template extends IdentityMail["template"]> = Extract<
  IdentityMail,
  { readonly template: Template }
>["content"];

export type LetterMeans = {
  /** An address of the product, from its path. */
  readonly link: (path: string) => string;
  /** The token behind a sealed one: it is opened only as the mail is written out. */
  readonly open: (sealed: string) => string;
};

const roleNames: Readonly<Record<string, string>> = {
  head: "head",
  "school-staff": "member of staff",
  leader: "system leader",
  "organisation-administrator": "administrator of an organisation of leaders",
  "zone-coordinator": "zone coordinator",
  officer: "officer",
  "board-member": "member of the improvement board",
  "board-clerk": "clerk to the improvement board",
  "partnership-administrator": "partnership administrator",
  operator: "operator",
};

const greeting = (name: string): string => (name === "" ? "Hello" : `Hello ${name}`);

const invitation = (content: Content<"invitation">, means: LetterMeans): Letter => {
  const place = [content.place, content.area].filter((word) => word !== "").join(", ");
  const inviter =
    content.invitedBy === "" ? "You have been invited" : `${content.invitedBy} invites you`;
  return {
    subject: `Your invitation to Alongside${content.area === "" ? "" : ` in ${content.area}`}`,
    paragraphs: [
      greeting(content.name),
      `${inviter} to Alongside as ${roleNames[content.role] ?? content.role}${place === "" ? "" : ` (${place})`}.`,
      `The link works until ${content.until}, for you alone. Opening it does nothing by itself.`,
    ],
    action: {
      label: "Accept the invitation",
      address: means.link(`/invitation/${means.open(content.sealedToken)}`),
    },
  };
};

const reset = (content: Content<"password-reset">, means: LetterMeans): Letter => ({
  subject: "Set a new password for Alongside",
  paragraphs: [
    greeting(content.name),
    "Somebody, we think you, asked to set a new password. The link works for one hour, once.",
    "If it was not you, do nothing: your password stays as it is.",
  ],
  action: {
    label: "Set a new password",
    address: means.link(`/reset/${means.open(content.sealedToken)}`),
  },
});

const notice =
  (subject: string, sentence: string) =>
  ({ name }: { readonly name: string }): Letter => ({
    subject,
    paragraphs: [
      greeting(name),
      sentence,
      "If it was not you, tell your partnership administrator at once.",
    ],
  });

type Words = {
  readonly [Template in IdentityMail["template"]]: (
    content: Content<Template>,
    means: LetterMeans,
  ) => Letter;
};

const accountSubjects: Readonly<Record<string, string>> = {
  invitation: "An invitation",
  summary: "A day’s summary",
};

/** What a mail about an account is about, without its content. */
export const subjectOfAccountMail = (template: string): string | undefined =>
  accountSubjects[template];

/** The words of every mail about accounts. A template without words does not compile. */
export const identityWords: Words = {
  invitation,
  "password-reset": reset,
  "no-account": () => ({
    subject: "Signing in to Alongside",
    paragraphs: [
      "Hello",
      "Somebody asked to set a new password for this address, and it has no account at Alongside.",
      "If it was you, try the address that your invitation went to.",
    ],
  }),
  "password-changed": notice(
    "Your password was changed",
    "The password of your account at Alongside was changed.",
  ),
  "second-factor-added": notice(
    "Your second step was set up",
    "An app that makes codes was set up for your account.",
  ),
  "second-factor-removed": notice(
    "Your second step was removed",
    "The app that makes codes was removed from your account.",
  ),
  "external-account-linked": ({ name, provider }) =>
    notice(
      "Another way to sign in was added",
      `Your account can now be opened by signing in at ${provider}.`,
    )({ name }),
};
