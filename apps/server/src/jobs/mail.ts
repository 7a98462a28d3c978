import { commandLine } from "@alongside/domain/identity";
import { deliverMails, type SendMail } from "@alongside/usecases/mail";
import type { Logger } from "pino";
import type { Auth } from "@alongside/auth";
import type { Product } from "../open.ts";

const pause = 2_000;

export type MailJob = {
  readonly product: Product;
  readonly auth: Auth;
  readonly origin: string;
  readonly send: SendMail;
  readonly log: Logger;
};

/** Sends what the outbox holds, every two seconds, one round at a time; answers how to stop it. */
export const startMailJob = ({
  product,
  auth,
  origin,
  send,
  log,
}: MailJob): (() => Promise<void>) => {
  let isStopped = false;
  const round = async (): Promise<void> => {
    try {
      const ctx = product.contextFor(commandLine);
      const { sent, failed } = await deliverMails(ctx, { seal: auth.seal, origin, send });
      if (sent + failed > 0) log.info({ sent, failed }, "mail");
    } catch (error) {
      log.error({ error: error instanceof Error ? error.name : "unknown" }, "mail job");
    }
  };
  const loop = async (): Promise<void> => {
    while (!isStopped) {
      await round();
      await new Promise((next) => setTimeout(next, pause).unref());
    }
  };
  const ended = loop();
  return async () => {
    isStopped = true;
    await Promise.race([ended, new Promise((next) => setTimeout(next, pause * 2).unref())]);
  };
};
