import { Button, Dialog } from "../../../ui/index.ts";
import { asked } from "../../../lib/step-up.ts";
import { CodeForm } from "./code-form.tsx";

/** Asks for the second factor again, over the page that needs it: nothing that was typed there is lost. */
export function StepUp() {
  const answer = (isProved: boolean) => asked()?.answer(isProved);
  return (
    <Dialog open={asked() !== undefined} title="Show that it is you" onClose={() => answer(false)}>
      <p class="govuk-body">
        Changes of rights and lists of people to take away ask for a code again, if the last one was
        more than 15 minutes ago.
      </p>
      <CodeForm
        submitLabel="Go on"
        onProved={() => answer(true)}
        also={
          <Button kind="secondary" onPress={() => answer(false)}>
            Go back
          </Button>
        }
      />
    </Dialog>
  );
}
