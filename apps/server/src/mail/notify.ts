import type { AskDelivery, DeliveryAnswer, SendMail } from "@alongside/usecases/mail";
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

const clientOf = ({ key, url }: Omit<NotifySettings, "template">): NotifyClient =>
  url === undefined ? new NotifyClient(key) : new NotifyClient(url, key);

const taken = z.object({ data: z.object({ id: z.string().min(1).max(200) }) });

/** Carries mail by GOV.UK Notify. The mail's id goes along as its reference, so that one that is sent again can be told for the same. */
export const byNotify = ({ template, ...settings }: NotifySettings): SendMail => {
  const client = clientOf(settings);
  return async ({ id, recipient, subject, text }) => {
    try {
      const personalisation = { subject, body: text };
      const options = { personalisation, reference: id };
      const answer = taken.safeParse(await client.sendEmail(template, recipient, options));
      return answer.data?.data.id;
    } catch (fault) {
      throw new Error(`GOV.UK Notify ${sentenceFrom(fault)}`, { cause: fault });
    }
  };
};

/** How Notify says what became of a mail (`status` of a notification); any other word means that it is on its way. */
const ends: Readonly<Record<string, DeliveryAnswer>> = {
  delivered: "delivered",
  "permanent-failure": "permanent-failure",
  "temporary-failure": "temporary-failure",
  "technical-failure": "technical-failure",
};

const notification = z.object({ data: z.object({ status: z.string() }) });

const isForgotten = (fault: unknown): boolean =>
  refused.safeParse(fault).data?.response.status === 404;

/** Asks GOV.UK Notify what became of a mail that it took. One that it does not know (any more) is `unknown`. */
export const askNotify = (settings: Omit<NotifySettings, "template">): AskDelivery => {
  const client = clientOf(settings);
  return async (carrierId) => {
    try {
      const { data } = notification.parse(await client.getNotificationById(carrierId));
      return ends[data.status] ?? "under-way";
    } catch (fault) {
      if (isForgotten(fault)) return "unknown";
      throw new Error(`GOV.UK Notify ${sentenceFrom(fault)}`, { cause: fault });
    }
  };
};
