import type { RefusalKind } from "@alongside/domain/refusal";
import { refusalOf } from "../../lib/refusal-of.ts";
import { sentenceOf } from "../../lib/trouble.ts";
import { withProof } from "../../lib/step-up.ts";
import type { SubmitOutcome } from "../../ui/index.ts";

/** By kind of refusal: the field that it is about, or its sentence. */
type FieldOf = { readonly [Kind in RefusalKind]?: string };

const faults: Readonly<Record<string, string>> = {
  "email not-an-address": "Enter an e-mail address, such as name@school.example",
  "name missing": "Enter a name",
  "name too-long": "Use 120 characters or fewer",
  "zoneId missing": "Choose a zone",
  "urn missing": "Choose a school",
  "organisationId missing": "Choose an organisation",
};

const inWords = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, fault]) => [name, faults[`${name} ${fault}`] ?? fault]),
  );

/** Sends a form as `submitting` does, and puts the refusals of `fieldOf` at their fields. */
export const sending = async (
  work: () => Promise<unknown>,
  fieldOf: FieldOf = {},
  /** Other sentences than the common ones, where the form knows better what the refusal is about. */
  sentences: FieldOf = {},
): Promise<SubmitOutcome> => {
  try {
    await withProof(work);
    return { done: true };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal?.kind === "invalid-input") return { done: false, fields: inWords(refusal.fields) };
    const field = refusal === undefined ? undefined : fieldOf[refusal.kind];
    const own = refusal === undefined ? undefined : sentences[refusal.kind];
    const message = own ?? sentenceOf(error);
    return field === undefined
      ? { done: false, message }
      : { done: false, fields: { [field]: message } };
  }
};
