/**
 * The mails about accounts. None holds anything confidential in plain text: a link's token is sealed (purpose `mail`) and is
 * opened as the mail is written out.
 */
export type IdentityMail =
  | {
      readonly template: "invitation";
      readonly content: {
        readonly sealedToken: string;
        readonly name: string;
        readonly invitedBy: string;
        readonly role: string;
        readonly area: string;
        readonly place: string;
        /** The last day of the link, `yyyy-mm-dd`. */
        readonly until: string;
      };
    }
  | {
      readonly template: "password-reset";
      readonly content: { readonly sealedToken: string; readonly name: string };
    }
  /** To an address for which a reset was asked, and which has no account here. */
  | { readonly template: "no-account"; readonly content: Readonly<Record<string, never>> }
  | { readonly template: "password-changed"; readonly content: { readonly name: string } }
  | { readonly template: "second-factor-added"; readonly content: { readonly name: string } }
  | { readonly template: "second-factor-removed"; readonly content: { readonly name: string } }
  | {
      readonly template: "external-account-linked";
      readonly content: { readonly name: string; readonly provider: string };
    };

/** The purpose under which tokens of mailed links are sealed. */
export const mailSeal = "mail";
