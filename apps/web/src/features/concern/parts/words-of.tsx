import { createSignal, For, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { toDateWords } from "../../../lib/words.ts";
import { Button, Card } from "../../../ui/index.ts";
import type { ConcernPage, ConcernWords } from "../data.ts";

function Part(props: { title: string; text: string | null }) {
  return (
    <Show when={props.text}>
      <h3 class="govuk-heading-s">{props.title}</h3>
      <p class="govuk-body a-words">{props.text}</p>
    </Show>
  );
}

function Shown(props: { words: ConcernWords }) {
  return (
    <div role="status">
      <Part title="The concern" text={props.words.text} />
      <Part title="How it was taken up" text={props.words.handling} />
      <For each={props.words.letters}>
        {(letter) => (
          <>
            <Part
              title={`Letter of stage ${letter.stage}, ${toDateWords(letter.sentAt)}`}
              text={letter.letter}
            />
            <Part
              title={`Reply to it${letter.reply === null ? "" : `, ${toDateWords(letter.reply.at)}`}`}
              text={letter.reply?.text ?? null}
            />
          </>
        )}
      </For>
      <Part title="How it came to its end" text={props.words.resolution} />
    </div>
  );
}

/** What a concern says. It is shown on asking, because reading it is recorded; what is added afterwards is asked for anew. */
export function WordsOf(props: { area: string; concern: ConcernPage }) {
  const [read, setRead] = createSignal<ConcernWords>();
  const [trouble, setTrouble] = createSignal<string>();
  const shown = () => (read()?.version === props.concern.version ? read() : undefined);
  const ask = async () => {
    try {
      setRead(await api.concern.read.mutate({ area: props.area, id: props.concern.id }));
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <Card sand>
      <h2 class="govuk-heading-m">What it says</h2>
      <Show
        when={shown()}
        fallback={
          <>
            <p class="govuk-body">
              The concern, its letters and the replies. Opening them is recorded with your name.
            </p>
            <Button kind="secondary" onPress={() => void ask()}>
              Read them
            </Button>
            <Show when={trouble()}>
              <p class="govuk-error-message" role="alert">
                {trouble()}
              </p>
            </Show>
          </>
        }
      >
        {(words) => <Shown words={words()} />}
      </Show>
    </Card>
  );
}
