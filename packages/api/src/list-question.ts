import { z } from "zod";

/** What every list of the marketplace can be asked besides its own filters; the keys are those of its columns. */
export const listQuestion = <const Keys extends readonly [string, ...string[]]>(keys: Keys) =>
  z.object({
    words: z.string().max(200).optional().catch(undefined),
    sort: z.enum(keys).optional().catch(undefined),
    isDescending: z.boolean().default(false),
    offset: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(200).default(50),
  });

/** Those of the given values that there are: an address may name others. */
export const anyOf = <const Value extends string>(values: readonly Value[]) =>
  z
    .array(z.string().max(40))
    .max(20)
    .transform((given) => values.filter((value) => given.includes(value)))
    .optional();

/** What the address of a list asks of its words and its order: `?words=ann&sort=-due`. The whole list is meant, not a page. */
export const listInAddress = (address: URLSearchParams) => {
  const sort = address.get("sort") ?? "";
  return {
    words: address.get("words") ?? undefined,
    sort: sort.replace(/^-/, "") || undefined,
    isDescending: sort.startsWith("-"),
  };
};
