import { useNavigate } from "@solidjs/router";
import { createSignal, onCleanup, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { announce, Button, ButtonRow, InsetText, ProgressBar } from "../../../ui/index.ts";
import { useMeetingAct, type MeetingPage } from "../data.ts";

const lookEvery = 300;

const steps = {
  facts: "Reading needs, days and work",
  figures: "Working the figures out and hiding small numbers",
  outcomes: "Setting results beside schools alike",
  papers: "Gathering actions and decisions",
  keeping: "Keeping it under its fingerprint",
} as const;
type Step = keyof typeof steps;
const order: readonly Step[] = ["facts", "figures", "outcomes", "papers", "keeping"];

/** Freezes the pack of a meeting, step by step: it says how far it is, and can be stopped. */
export function PackMaker(props: { area: string; meeting: MeetingPage }) {
  const navigate = useNavigate();
  const act = useMeetingAct();
  const [step, setStep] = createSignal<Step>();
  const [isPending, setPending] = createSignal(false);
  const [trouble, setTrouble] = createSignal("");
  const timers: { look?: ReturnType<typeof setInterval> } = {};
  onCleanup(() => clearInterval(timers.look));
  const named = () => ({ area: props.area, id: props.meeting.id });
  const look = async () => {
    const now = (await api.meeting.packProgress.query(named())).step;
    if (isPending() && now !== null) setStep(now);
  };
  const make = async () => {
    const made: { number?: number } = {};
    const { area, id } = named();
    setPending(true);
    setTrouble("");
    setStep("facts");
    timers.look = setInterval(() => void look().catch(() => undefined), lookEvery);
    const outcome = await act(async () => {
      made.number = (await api.meeting.makePack.mutate({ area, id })).number;
    });
    clearInterval(timers.look);
    setStep(undefined);
    setPending(false);
    if (!outcome.done) {
      setTrouble(outcome.message ?? "Nothing was kept. Try again.");
      return;
    }
    announce("The pack is made");
    navigate(inArea(area, `/board/meetings/${id}/pack/${made.number ?? 1}`));
  };
  const at = () => order.indexOf(step() ?? "facts");
  return (
    <>
      <div role="alert">
        <Show when={trouble() !== ""}>
          <InsetText>{trouble()}</InsetText>
        </Show>
      </div>
      <ButtonRow>
        <Button pending={isPending()} onPress={() => void make()}>
          {props.meeting.packs.length === 0 ? "Make the pack" : "Make the pack again"}
        </Button>
      </ButtonRow>
      <Show when={step()}>
        {(now) => (
          <ProgressBar
            label="Making the pack"
            text={steps[now()]}
            value={at() + 1}
            max={order.length + 1}
          >
            <Button
              kind="secondary"
              small
              onPress={() => void api.meeting.stopPack.mutate(named())}
            >
              Stop
            </Button>
          </ProgressBar>
        )}
      </Show>
    </>
  );
}
