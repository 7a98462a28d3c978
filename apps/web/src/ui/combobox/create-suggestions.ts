import { createSignal, onCleanup, type Accessor } from "solid-js";

export type SuggestionState<T> =
  | { readonly kind: "idle" }
  | { readonly kind: "searching" }
  | { readonly kind: "found"; readonly options: readonly T[] }
  | { readonly kind: "failed" };

/** Finds what fits a text; the signal says when nobody waits for the answer any more. */
export type Search<T> = (query: string, signal: AbortSignal) => Promise<readonly T[]>;

type Asking<T> = {
  readonly search: Search<T>;
  readonly minLength: Accessor<number>;
  /** Milliseconds of quiet before anything is asked. */
  readonly pause: Accessor<number>;
};

export type Suggestions<T> = {
  readonly state: Accessor<SuggestionState<T>>;
  readonly ask: (query: string) => void;
  readonly clear: () => void;
};

/** Asks for suggestions once the typing rests. Only the answer to the last question counts. */
export function createSuggestions<T>(asking: Asking<T>): Suggestions<T> {
  const [state, setState] = createSignal<SuggestionState<T>>({ kind: "idle" });
  let wait: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;
  const stop = () => {
    clearTimeout(wait);
    running?.abort();
  };
  const run = async (query: string) => {
    const mine = new AbortController();
    running = mine;
    const answer = await asking.search(query, mine.signal).then(
      (options): SuggestionState<T> => ({ kind: "found", options }),
      (): SuggestionState<T> => ({ kind: "failed" }),
    );
    if (!mine.signal.aborted) setState(answer);
  };
  const clear = () => {
    stop();
    setState({ kind: "idle" });
  };
  const ask = (query: string) => {
    stop();
    if (query.trim().length < asking.minLength()) return clear();
    setState({ kind: "searching" });
    wait = setTimeout(() => void run(query.trim()), asking.pause());
  };
  onCleanup(stop);
  return { state, ask, clear };
}
