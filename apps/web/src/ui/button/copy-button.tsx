import { createSignal } from "solid-js";
import { announce } from "../announce.ts";
import { Button } from "./button.tsx";

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton(props: { text: string; label: string }) {
  const [outcome, setOutcome] = createSignal<"idle" | "copied" | "failed">("idle");
  const copy = async () => {
    const worked = await navigator.clipboard.writeText(props.text).then(
      () => true,
      () => false,
    );
    setOutcome(worked ? "copied" : "failed");
    announce(worked ? "Copied" : "Copying did not work. Select the text and copy it yourself.");
  };
  const words = () =>
    ({ idle: props.label, copied: "Copied", failed: "Copying did not work" })[outcome()];
  return (
    <Button kind="secondary" small onPress={() => void copy()}>
      {words()}
    </Button>
  );
}
