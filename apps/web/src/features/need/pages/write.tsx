import { useParams } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { NotFound } from "../../../app/not-found.tsx";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { useNeed, useNeedChoices, type NeedChoices, type NeedPage } from "../data.ts";
import { ChangeStep, FocusStep } from "../parts/steps-first.tsx";
import { FundingStep, SharingStep, WishesStep } from "../parts/steps-last.tsx";
import { SupportStep } from "../parts/steps-support.tsx";
import { isStep, type Step } from "../steps.ts";

function OneStep(props: { area: string; step: Step; need: NeedPage; choices: NeedChoices }) {
  return (
    <Switch>
      <Match when={props.step === "focus"}>
        <FocusStep {...props} />
      </Match>
      <Match when={props.step === "change"}>
        <ChangeStep {...props} />
      </Match>
      <Match when={props.step === "support"}>
        <SupportStep {...props} />
      </Match>
      <Match when={props.step === "wishes"}>
        <WishesStep {...props} />
      </Match>
      <Match when={props.step === "funding"}>
        <FundingStep {...props} />
      </Match>
      <Match when={props.step === "sharing"}>
        <SharingStep {...props} />
      </Match>
    </Switch>
  );
}

/** One of the six pages on which a need is written. Each page is made anew, with the answers as they are kept. */
export function WriteNeed() {
  const slug = useAreaSlug();
  const params = useParams();
  const need = useNeed(() => ({ area: slug(), id: params["need"] ?? "" }));
  const choices = useNeedChoices(slug);
  const step = () => {
    const name = params["step"];
    return isStep(name) ? name : undefined;
  };
  return (
    <Show when={step()} keyed fallback={<NotFound />}>
      {(name) => (
        <Loaded query={choices} what="Loading the lists">
          {(lists) => (
            <Loaded query={need} what="Loading your draft">
              {(known) => (
                <Show when={known().may.write || known().may.revise} fallback={<NotFound />}>
                  <OneStep area={slug()} step={name} need={known()} choices={lists()} />
                </Show>
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Show>
  );
}
