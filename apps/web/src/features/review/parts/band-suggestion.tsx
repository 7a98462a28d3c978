import { Show } from "solid-js";
import { Card, PlainButton } from "../../../ui/index.ts";
import { useSuggestedBand } from "../data.ts";
import { toBandWords } from "../words.ts";

/** What the last review of the school says of the band; nothing where there was none. Whoever decides may take it over. */
export function BandSuggestion(props: {
  area: string;
  urn: number;
  onUse: (band: string, reason: string) => void;
}) {
  const suggestion = useSuggestedBand(() => ({ area: props.area, urn: props.urn }));
  return (
    <Show when={suggestion.data}>
      {(given) => (
        <Card sand>
          <p class="govuk-body">
            <strong>{`The termly review suggests band ${toBandWords(given().band)}.`}</strong>
            {` ${given().reason}`}
          </p>
          <PlainButton onPress={() => props.onUse(String(given().band), given().reason)}>
            Use this band and reason
          </PlainButton>
        </Card>
      )}
    </Show>
  );
}
