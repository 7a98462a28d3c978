import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { sentenceFor } from "../../../lib/refusal-words.ts";
import { Button, ButtonRow, ErrorSummary } from "../../../ui/index.ts";
import { useDiscard, useRegisterChanged, type ShownImport } from "../data.ts";
import { send, type Answer, type HowFar } from "../send.ts";
import { Progress } from "./progress.tsx";

const sentenceOfAnswer = (answer: Exclude<Answer, { kind: "done" }>): string => {
  if (answer.kind === "refused") {
    return answer.refusal.kind === "sign-in-required"
      ? "You have been signed out. Sign in again in another tab, then confirm: the file is kept."
      : sentenceFor(answer.refusal);
  }
  return "The server could not be reached or failed. Reload this page to see whether the file went in.";
};

/** The two ways on from a preview: confirm it, or set it aside. */
export function Decide(props: { area: string; held: ShownImport }) {
  const navigate = useNavigate();
  const changed = useRegisterChanged();
  const discard = useDiscard();
  const [far, setFar] = createSignal<HowFar>();
  const [isConfirming, setConfirming] = createSignal(false);
  const [isDiscarding, setDiscarding] = createSignal(false);
  const [trouble, setTrouble] = createSignal<string>();
  const [turn, setTurn] = createSignal(0);

  const fail = (sentence: string) => {
    setTrouble(sentence);
    setTurn((count) => count + 1);
  };
  const confirm = async () => {
    if (isDiscarding()) return;
    setConfirming(true);
    setFar(undefined);
    const query = new URLSearchParams({ area: props.area });
    const address = `/files/imports/${props.held.id}/confirm?${query.toString()}`;
    const answer = await send(address, undefined, setFar);
    setConfirming(false);
    await changed();
    if (answer.kind !== "done") fail(sentenceOfAnswer(answer));
  };
  const setAside = async () => {
    if (isConfirming()) return;
    setDiscarding(true);
    try {
      await discard({ area: props.area, id: props.held.id });
      navigate(inArea(props.area, "/imports"));
    } catch (error) {
      fail(sentenceOf(error));
    } finally {
      setDiscarding(false);
    }
  };
  const problems = () => {
    const message = trouble();
    return message === undefined ? [] : [{ name: undefined, message }];
  };
  return (
    <>
      <ErrorSummary problems={problems()} turn={turn()} />
      <Show when={props.held.state === "checked"}>
        <Progress active={isConfirming()} label="Bringing the file into the register" far={far()} />
        <ButtonRow>
          <Button pending={isConfirming()} onPress={() => void confirm()}>
            Confirm this import
          </Button>
          <Button kind="secondary" pending={isDiscarding()} onPress={() => void setAside()}>
            Set it aside
          </Button>
        </ButtonRow>
      </Show>
    </>
  );
}
