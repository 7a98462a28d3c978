import { keepFile } from "../../lib/keep.ts";
import { sentenceFor } from "../../lib/refusal-words.ts";
import { askForProof } from "../../lib/step-up.ts";
import type { Refusal } from "@alongside/domain/refusal";

/** The refusal in an answer of the file routes, which send one as JSON. */
const refusalIn = async (reply: Response): Promise<Refusal | undefined> => {
  try {
    const { refusal }: { readonly refusal?: Refusal } = await reply.json();
    return refusal;
  } catch {
    return undefined;
  }
};

/** Fetches a file to keep, asking for the second factor where the server wants it again. Answers what went wrong, in words. */
export const download = async (address: string, name: string): Promise<string | undefined> => {
  const reply = await fetch(address);
  if (reply.ok) {
    keepFile(await reply.blob(), name);
    return undefined;
  }
  const refusal = await refusalIn(reply);
  if (refusal?.kind !== "second-factor-stale") {
    return refusal === undefined ? "The file could not be made. Try again." : sentenceFor(refusal);
  }
  return (await askForProof()) ? download(address, name) : undefined;
};
