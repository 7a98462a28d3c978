import type { ImportKind } from "@alongside/domain/register-import";
import { api } from "../../lib/api.ts";
import { sentenceFor } from "../../lib/refusal-words.ts";
import { isEmptyDate, isoOfParts, type DateParts, type SubmitOutcome } from "../../ui/index.ts";
import { send, type Answer, type HowFar } from "./send.ts";

export type Upload = {
  readonly file: File | undefined;
  readonly kind: ImportKind | "";
  readonly asOf: DateParts;
};

const largest = 40 * 1024 * 1024;
const tooLarge =
  "The file is larger than 40 MB. Zip it with gzip, or take your authority’s lines only.";

const fileFault = (file: File | undefined): string | undefined => {
  if (file === undefined) return "Choose a file";
  if (file.size === 0) return "The file is empty";
  return file.size > largest ? tooLarge : undefined;
};

const dateFault = (asOf: DateParts, today: string): string | undefined => {
  if (isEmptyDate(asOf)) return "Enter the day that the file speaks for";
  const day = isoOfParts(asOf);
  if (day === undefined) return "Enter a day that exists, such as 2 6 2026";
  return day > today ? "The day must not be in the future" : undefined;
};

/** What can be told wrong before the file travels. `today` is `yyyy-mm-dd`. */
export const checkUpload = ({ file, kind, asOf }: Upload, today: string) => ({
  file: fileFault(file),
  kind: kind === "" ? "Choose what the file is" : undefined,
  asOf: dateFault(asOf, today),
});

export type UploadOutcome =
  | { readonly kind: "checked"; readonly id: number }
  | { readonly kind: "signed-out" }
  | { readonly kind: "not-taken"; readonly outcome: SubmitOutcome };

const notTaken = (outcome: SubmitOutcome): UploadOutcome => ({ kind: "not-taken", outcome });

const outcomeOf = (answer: Answer): UploadOutcome => {
  if (answer.kind === "done") return { kind: "checked", id: answer.id };
  if (answer.kind === "too-large") return notTaken({ done: false, fields: { file: tooLarge } });
  if (answer.kind === "fault") {
    return notTaken({
      done: false,
      message:
        "The file did not get through and nothing was changed. Your choices are still here. Try again.",
    });
  }
  const { refusal } = answer;
  if (refusal.kind === "sign-in-required") return { kind: "signed-out" };
  if (refusal.kind === "invalid-input") return notTaken({ done: false, fields: refusal.fields });
  const sentence = sentenceFor(refusal);
  return notTaken(
    refusal.kind === "file-not-readable"
      ? { done: false, fields: { file: sentence } }
      : { done: false, message: sentence },
  );
};

/** Whether somebody is still signed in; asked before a long upload rather than after it. */
const isSignedIn = (): Promise<boolean> =>
  api.session.get.query().then(
    (session) => session !== null,
    () => true,
  );

/** Sends a file to be checked. */
export const sendUpload = async (
  area: string,
  upload: Upload,
  tell: (far: HowFar) => void,
): Promise<UploadOutcome> => {
  if (!(await isSignedIn())) return { kind: "signed-out" };
  const query = new URLSearchParams({
    area,
    kind: upload.kind,
    asOf: isoOfParts(upload.asOf) ?? "",
    name: upload.file?.name ?? "",
  });
  return outcomeOf(await send(`/files/imports?${query.toString()}`, upload.file, tell));
};
