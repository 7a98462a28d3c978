import { hashToken } from "@alongside/auth";
import type { Write } from "@alongside/db";
import { recordAttempts, recordAttemptsForgotten } from "@alongside/db/stores/identity-attempt";
import { findAttempts } from "@alongside/db/views/identity-attempt";
import {
  accountThrottle,
  addressBlock,
  addressThrottle,
  countAttempt,
  mailThrottle,
  secondFactorThrottle,
  takeAttemptBack,
  type PersonId,
  type Throttle,
} from "@alongside/domain/identity";
import { orRefuse, type Context } from "../context/index.ts";

/** What attempts are counted on. Only a hash of it is stored: a name typed wrongly may be a password. */
export type Limit = { readonly key: string; readonly throttle: Throttle };

const limit = (what: string, throttle: Throttle): Limit => ({ key: hashToken(what), throttle });

/** `email` as `normalEmail` writes it. */
export const accountLimit = (email: string): Limit => limit(`account:${email}`, accountThrottle);
export const addressLimit = (address: string): Limit =>
  limit(`address:${addressBlock(address)}`, addressThrottle);
export const secondFactorLimit = (personId: PersonId): Limit =>
  limit(`second-factor:${personId}`, secondFactorThrottle);
export const mailLimit = (email: string): Limit => limit(`mail:${email}`, mailThrottle);
export const mailAddressLimit = (address: string): Limit =>
  limit(`mail-from:${addressBlock(address)}`, addressThrottle);

/** Answer links that open nothing; apart from the sign-in, so that neither shuts the other. */
export const answerLinkLimit = (address: string): Limit =>
  limit(`answer-link:${addressBlock(address)}`, addressThrottle);

export const externalLimit = (address: string): Limit =>
  limit(`external:${addressBlock(address)}`, addressThrottle);

/** Counts one attempt on each limit before it is judged. Refuses with `too-many-attempts`, and then counts none. */
export const countAttempts = async (
  ctx: Context,
  tx: Write,
  limits: readonly Limit[],
): Promise<void> => {
  for (const { key, throttle } of limits) {
    const counted = orRefuse(countAttempt(await findAttempts(tx, key), ctx.now(), throttle));
    await recordAttempts(tx, key, counted);
  }
};

export const forgetAttempts = (tx: Write, { key }: Limit): Promise<void> =>
  recordAttemptsForgotten(tx, key);

export const takeBack = async (tx: Write, { key }: Limit): Promise<void> => {
  const counted = await findAttempts(tx, key);
  if (counted !== undefined) await recordAttempts(tx, key, takeAttemptBack(counted));
};
