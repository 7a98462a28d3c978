import { hash, verify } from "@node-rs/argon2";
import { normalPassword } from "@alongside/domain/identity";

/** Argon2id, its default variant, with 19 MiB, two passes and one lane (OWASP's first recommendation). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of 256 random bits that were thrown away, at the same cost: compared with where there is nothing stored. */
const decoy =
  "$argon2id$v=19$m=19456,t=2,p=1$10H/7RdK+7aeOqp8Y9IR8g$Yo7DU89sjbpb2MscPryl9yIkI2dRYefIE+fLhxC6CvI";

export type Passwords = {
  /** The text to store: algorithm, cost, salt and hash in one. */
  readonly hash: (password: string) => Promise<string>;
  /** Whether it is the right one. Takes as long when there is nothing stored to compare with. */
  readonly verify: (stored: string | null | undefined, password: string) => Promise<boolean>;
};

export const createPasswords = (): Passwords => ({
  hash: (password) => hash(normalPassword(password), cost),
  verify: async (stored, password) => {
    const isRight = await verify(stored ?? decoy, normalPassword(password));
    return isRight && stored !== null && stored !== undefined;
  },
});
