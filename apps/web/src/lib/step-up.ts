import { createSignal } from "solid-js";
import { refusalOf } from "./refusal-of.ts";

type Asked = { readonly answer: (isProved: boolean) => void };

const [asked, setAsked] = createSignal<Asked>();

/** Whoever waits for a second factor to be shown again; the frame shows the dialog that answers. */
export { asked };

/** Asks for the second factor; false when the person goes back instead. */
export const askForProof = (): Promise<boolean> =>
  new Promise((done) => {
    setAsked({
      answer: (isProved) => {
        setAsked(undefined);
        done(isProved);
      },
    });
  });

/** Does something that may need a second factor shown just now: asks for it when the server does, then goes on. */
export const withProof = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  try {
    return await work();
  } catch (error) {
    const isStale = refusalOf(error)?.kind === "second-factor-stale";
    if (!isStale || !(await askForProof())) throw error;
    return work();
  }
};
