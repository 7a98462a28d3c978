import type { AskDelivery, SendMail } from "@alongside/usecases/mail";
import { createTransport } from "nodemailer";
import { toInvitation } from "../calendar/ics.ts";
import type { Environment } from "../env.ts";
import { askNotify, byNotify } from "./notify.ts";

const bySmtp = (url: string, from: string): SendMail => {
  const transport = createTransport(url);
  return async ({ id, recipient, subject, text, html, event }) => {
    // The id is the message's own: a mail that is sent again after a crash can be told for the same.
    const messageId = `<${id}@${from.split("@").at(-1)?.replace(/>.*$/, "") ?? "alongside"}>`;
    const invitation =
      event === undefined ? {} : { icalEvent: toInvitation(event, { from, recipient }) };
    await transport.sendMail({
      from,
      to: recipient,
      subject,
      text,
      html,
      messageId,
      ...invitation,
    });
    return undefined;
  };
};

/** Who carries mail out of the building, by the settings; nobody on a demonstration, whose mailbox is a page. */
export const carrierFor = (mail: Environment["mail"]): SendMail | undefined => {
  if (mail.kind === "smtp") return bySmtp(mail.url, mail.from);
  return mail.kind === "notify" ? byNotify(mail) : undefined;
};

/** Who can be asked what became of a mail, by the settings: an SMTP server says no more than that it took it. */
export const askerFor = (mail: Environment["mail"]): AskDelivery | undefined =>
  mail.kind === "notify" ? askNotify(mail) : undefined;
