import { useParams } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { Loaded } from "../../../lib/loaded.tsx";
import { isAct, type Act } from "../acts.ts";
import { useNeed, useNeedChoices } from "../data.ts";
import { BandAct, CloseAct, HoldAct, QuestionAct } from "../parts/act-coordinator.tsx";
import type { ActProps } from "../parts/act-form.tsx";
import { AnswerAct, ReopenAct, ResumeAct, WithdrawAct } from "../parts/act-simple.tsx";

function OneAct(props: ActProps & { act: Act }) {
  return (
    <Switch>
      <Match when={props.act === "triage"}>
        <BandAct {...props} act="triage" />
      </Match>
      <Match when={props.act === "band"}>
        <BandAct {...props} act="band" />
      </Match>
      <Match when={props.act === "question"}>
        <QuestionAct {...props} />
      </Match>
      <Match when={props.act === "answer"}>
        <AnswerAct {...props} />
      </Match>
      <Match when={props.act === "hold"}>
        <HoldAct {...props} />
      </Match>
      <Match when={props.act === "resume"}>
        <ResumeAct {...props} />
      </Match>
      <Match when={props.act === "close"}>
        <CloseAct {...props} />
      </Match>
      <Match when={props.act === "withdraw"}>
        <WithdrawAct {...props} />
      </Match>
      <Match when={props.act === "reopen"}>
        <ReopenAct {...props} />
      </Match>
    </Switch>
  );
}

/** One thing to do to a need. The form stays when someone else was faster, with what was typed. */
export function ActOnNeed() {
  const slug = useAreaSlug();
  const params = useParams();
  const need = useNeed(() => ({ area: slug(), id: params["need"] ?? "" }));
  const choices = useNeedChoices(slug);
  const act = () => {
    const name = params["act"];
    return isAct(name) ? name : undefined;
  };
  return (
    <Show when={act()} keyed fallback={<NotFound />}>
      {(name) => (
        <Loaded query={choices} what="Loading the lists">
          {(lists) => (
            <Loaded query={need} what="Loading the need">
              {(known) => <OneAct area={slug()} act={name} need={known()} choices={lists()} />}
            </Loaded>
          )}
        </Loaded>
      )}
    </Show>
  );
}
