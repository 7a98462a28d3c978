import type { SendMail } from "@alongside/usecases/mail";
import { NotifyClient } from "notifications-node-client";
import { z } from "zod";

/** An answer of GOV.UK Notify that says why a mail was not taken. */
const refused = z.object({
  response: z.object({
    status: z.number(),
    data: z.object({ errors: z.array(z.object({ error: z.string(), message: z.string() })) }),
  }),
});

/** `GOV.UK Notify answered 429: Exceeded rate limit …`, rather than the number alone: an administrator reads it. */
const sentenceFrom = (fault: unknown): string => {
  const answer = refused.safeParse(fault);
  if (!answer.success) return fault instanceof Error ? fault.message : "it did not answer";
  const { status, data } = answer.data.response;
  return `answered ${status}: ${data.errors.map(({ message }) => message).join("; ")}`;
};

type NotifySettings = {
  readonly key: string;
  /** The id of a template of Notify's with the fields `subject` and `body`: it has its own words around ours. */
  readonly template: string;
  /** Notify's own address unless told otherwise. */
  readonly url?: string;
};

/** Carries mail by GOV.UK Notify. The mail's id goes along as its reference, so that one that is sent again can be told for the same. */
export const byNotify = ({ key, template, url }: NotifySettings): SendMail => {
  const client = url === undefined ? new NotifyClient(key) : new NotifyClient(url, key);
  return async ({ id, recipient, subject, text }) => {
    try {
      const personalisation = { subject, body: text };
      await client.sendEmail(template, recipient, { personalisation, reference: id });
    } catch (fault) {
      throw new Error(`GOV.UK Notify ${sentenceFrom(fault)}`, { cause: fault });
    }
  };
};
