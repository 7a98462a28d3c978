import type { Context } from "@alongside/usecases/context";

/** Where a command writes, and where the files that it is given lie. */
export type Terminal = {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
  /** The folder that relative paths start from. */
  readonly folder: string;
};

export type CommandLine = Terminal & {
  readonly ctx: Context;
  readonly databaseUrl: string;
  readonly filesFolder: string;
};

/** A command gets its words after the name, and answers the exit code. */
export type Command = (words: readonly string[], line: CommandLine) => Promise<number>;

/** How a command was called wrongly, in a sentence. */
export type Misuse = { readonly misuse: string };

export const isMisuse = (value: object): value is Misuse => "misuse" in value;
