import { sentenceFor } from "./refusal-sentence.ts";

/** What a file can turn out to be when it is not text with commas. */
export type OtherFormat = "zip" | "xlsx" | "xls" | "pdf" | "html" | "json" | "gzip" | "binary";

/** The facts of why a whole file is not taken. Nothing of it is used. */
export type RefusalFacts =
  | { readonly kind: "empty" }
  | { readonly kind: "too-large"; readonly limitBytes: number }
  | { readonly kind: "broken-gzip"; readonly truncated: boolean }
  | { readonly kind: "other-format"; readonly format: OtherFormat }
  | { readonly kind: "utf-16" }
  | { readonly kind: "unknown-encoding"; readonly line: number; readonly byte: number }
  | { readonly kind: "garbled-text"; readonly line: number; readonly sample: string }
  | { readonly kind: "wrong-separator"; readonly separator: "semicolon" | "tab" | "bar" }
  | {
      readonly kind: "wrong-columns";
      readonly missing: readonly string[];
      /** The kind of file that the header does belong to, where it is one we know. */
      readonly looksLike: string | null;
    }
  | { readonly kind: "repeated-column"; readonly column: string }
  | { readonly kind: "header-only" }
  | { readonly kind: "broken-quotes"; readonly line: number }
  | { readonly kind: "unclosed-quote"; readonly line: number }
  | {
      readonly kind: "truncated";
      readonly line: number;
      readonly fields: number;
      readonly expected: number;
    };

/** The facts, and one plain sentence that says what is wrong and what to do. */
export type FileRefusal = RefusalFacts & { readonly sentence: string };

export type RefusedFile = { readonly ok: false; readonly refusal: FileRefusal };

export const refuseFile = (facts: RefusalFacts): RefusedFile => ({
  ok: false,
  refusal: { ...facts, sentence: sentenceFor(facts) },
});
