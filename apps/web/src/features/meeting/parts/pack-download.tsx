import { createSignal, onCleanup, Show } from "solid-js";
import { announce, Button, ButtonRow, InsetText, ProgressBar } from "../../../ui/index.ts";

/** Hands a file that was fetched to the browser's own downloads. */
const keep = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

const fault = "The PDF could not be made. Try again, or print this page from your browser.";

/** Has the server print a pack. It takes some seconds, is shown meanwhile and can be given up, which stops the printing. */
export function PackDownload(props: { address: string; name: string }) {
  const [abort, setAbort] = createSignal<AbortController>();
  const [trouble, setTrouble] = createSignal("");
  onCleanup(() => abort()?.abort());
  const fetchIt = async (signal: AbortSignal) => {
    const reply = await fetch(props.address, { signal });
    if (!reply.ok) return setTrouble(reply.status === 503 ? await reply.text() : fault);
    keep(await reply.blob(), props.name);
    return announce("The PDF is in your downloads");
  };
  const begin = async () => {
    const own = new AbortController();
    setAbort(own);
    setTrouble("");
    try {
      await fetchIt(own.signal);
    } catch {
      setTrouble(own.signal.aborted ? "" : fault);
    }
    setAbort(undefined);
  };
  return (
    <>
      <div role="alert">
        <Show when={trouble() !== ""}>
          <InsetText>{trouble()}</InsetText>
        </Show>
      </div>
      <ButtonRow>
        <Button kind="secondary" pending={abort() !== undefined} onPress={() => void begin()}>
          Download as PDF
        </Button>
      </ButtonRow>
      <Show when={abort()}>
        {(own) => (
          <ProgressBar label="Printing the pack">
            <Button kind="secondary" small onPress={() => own().abort()}>
              Give it up
            </Button>
          </ProgressBar>
        )}
      </Show>
    </>
  );
}
