import { useParams } from "@solidjs/router";
import { Show, type JSX } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { EmptyState } from "../../../ui/index.ts";
import { useRound, type RoundPage } from "../data.ts";
import { RoundFrame } from "./frame.tsx";

export type OfRound = { readonly area: string; readonly round: RoundPage };

/** A page of the round that its address names. Until there are so many runs it says what to do instead. */
export function RoundShown(props: {
  title: string;
  lead?: string | undefined;
  fewestRuns?: number;
  empty?: { readonly title: string; readonly words: string };
  /** Below the words, when there are too few runs. */
  instead?: (shown: OfRound) => JSX.Element;
  children: (shown: OfRound) => JSX.Element;
}) {
  const slug = useAreaSlug();
  const params = useParams();
  const query = useRound(() => ({ area: slug(), id: params["round"] ?? "" }));
  return (
    <Loaded query={query} what="Loading the round">
      {(round) => {
        const shown: OfRound = {
          get area() {
            return slug();
          },
          get round() {
            return round();
          },
        };
        return (
          <RoundFrame area={slug()} round={round()} title={props.title} lead={props.lead}>
            <Show
              when={round().runs.length >= (props.fewestRuns ?? 0)}
              fallback={
                <>
                  <EmptyState title={props.empty?.title ?? ""}>
                    <p class="govuk-body">{props.empty?.words}</p>
                  </EmptyState>
                  {props.instead?.(shown)}
                </>
              }
            >
              {props.children(shown)}
            </Show>
          </RoundFrame>
        );
      }}
    </Loaded>
  );
}
