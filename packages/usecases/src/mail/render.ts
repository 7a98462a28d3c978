import type { Seal } from "@alongside/auth";
import type { MailRow } from "@alongside/db/views/mail";
import { mailSeal, type IdentityMail } from "@alongside/domain/identity";
import { renderLetter, type Letter, type RenderedMail } from "./letter.ts";
import { calendarEventIn } from "../visit/calendar.ts";
import { concernLetter } from "./concern-words.ts";
import { needLetter } from "./need-words.ts";
import { summaryLetter } from "./summary-words.ts";
import { identityWords, type LetterMeans } from "./words.ts";

type Mail = Pick<MailRow, "template" | "content">;

const isIdentityMail = (mail: Mail): mail is IdentityMail => mail.template in identityWords;

/** The letter of an account's mail. The table holds for each template the words of that template's content. */
const identityLetter = (mail: IdentityMail, means: LetterMeans): Letter => {
  const words = identityWords[mail.template] as (
    content: IdentityMail["content"],
    means: LetterMeans,
  ) => Letter;
  return words(mail.content, means);
};

export type RenderMeans = {
  readonly seal: Seal;
  /** Where browsers find the product. */
  readonly origin: string;
};

const letterOf = (mail: Mail, means: LetterMeans): Letter | undefined => {
  if (isIdentityMail(mail)) return identityLetter(mail, means);
  if (mail.template === "concern-letter") return concernLetter(mail.content, means);
  return mail.template === "summary"
    ? summaryLetter(mail.content, means)
    : needLetter(mail.template, mail.content, means);
};

/** A mail of the outbox in words; undefined when the product has no words for its template. */
export const renderMail = (mail: Mail, { seal, origin }: RenderMeans): RenderedMail | undefined => {
  const means: LetterMeans = {
    link: (path) => new URL(path, origin).href,
    open: (sealed) => seal.open(sealed, mailSeal) ?? "",
  };
  const letter = letterOf(mail, means);
  if (letter === undefined) return undefined;
  const event = calendarEventIn(mail.content);
  return event === undefined
    ? renderLetter(letter)
    : { ...renderLetter(letter), event: { ...event, path: means.link(event.path) } };
};
