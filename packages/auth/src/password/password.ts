import { hash, verify } from "@node-rs/argon2";
import { normalPassword } from "@alongside/domain/identity";
import { newToken } from "../token.ts";

/** Argon2id, its default variant, with 19 MiB, two passes and one lane (OWASP's first recommendation). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export type Passwords = {
  /** The text to store: algorithm, cost, salt and hash in one. */
  readonly hash: (password: string) => Promise<string>;
  /** Whether it is the right one. Takes as long when there is nothing stored to compare with. */
  readonly verify: (stored: string | null | undefined, password: string) => Promise<boolean>;
};

export const createPasswords = (): Passwords => {
  const hashOf = (password: string): Promise<string> => hash(normalPassword(password), cost);
  const decoy = hashOf(newToken());
  return {
    hash: hashOf,
    verify: async (stored, password) => {
      const isRight = await verify(stored ?? (await decoy), normalPassword(password));
      return isRight && stored !== null && stored !== undefined;
    },
  };
};
