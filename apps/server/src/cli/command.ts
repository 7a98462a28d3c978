import type { Context } from "@alongside/usecases/context";

/** What a command of the command line gets: its words after the name, and the product opened. */
export type Command = (words: readonly string[], ctx: Context) => Promise<number>;

/** How a command was called wrongly, in a sentence. */
export type Misuse = { readonly misuse: string };

export const isMisuse = (value: object): value is Misuse => "misuse" in value;

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
