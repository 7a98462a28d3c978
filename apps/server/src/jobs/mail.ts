import type { Auth } from "@alongside/auth";
import { commandLine } from "@alongside/domain/identity";
import {
  askDeliveries,
  deliverMails,
  sortMails,
  type AskDelivery,
  type SendMail,
} from "@alongside/usecases/mail";
import type { Logger } from "pino";
import type { Product } from "../open.ts";
import type { Job } from "./repeat.ts";

/** Keeps what its readers want otherwise apart, where no mail leaves the building. */
export const sortJob = (product: Product, log: Logger): Job => ({
  name: "mail",
  pause: 2_000,
  log,
  round: () => sortMails(product.contextFor(commandLine)),
});

type Given = {
  readonly product: Product;
  readonly auth: Auth;
  readonly origin: string;
  readonly send: SendMail;
  readonly log: Logger;
};

/** Sends what the outbox holds, within two seconds. */
export const mailJob = ({ product, auth, origin, send, log }: Given): Job => ({
  name: "mail",
  pause: 2_000,
  log,
  round: () => deliverMails(product.contextFor(commandLine), { seal: auth.seal, origin, send }),
});

/** Asks whoever carried mails what became of them. */
export const deliveryJob = (
  product: Product,
  { ask, log }: { readonly ask: AskDelivery; readonly log: Logger },
): Job => ({
  name: "delivery",
  pause: 30_000,
  log,
  round: async () => ({ ...(await askDeliveries(product.contextFor(commandLine), ask)) }),
});
