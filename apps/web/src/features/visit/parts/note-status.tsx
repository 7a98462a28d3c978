import { Match, Switch } from "solid-js";
import { InsetText, NotificationBanner } from "../../../ui/index.ts";
import type { NoteStatus as Status } from "../sending.ts";

/** Where the record is now, in words that leave no doubt. */
export function NoteStatus(props: { status: Status }) {
  return (
    <div role="status">
      <Switch>
        <Match when={props.status === "kept"}>
          <InsetText>Kept on this device. Nothing was sent yet.</InsetText>
        </Match>
        <Match when={props.status === "waiting"}>
          <NotificationBanner kind="warning" title="No signal: kept on this device">
            <p class="govuk-body">
              The record goes by itself as soon as there is a signal, once. You can close this page
              and come back to it later.
            </p>
          </NotificationBanner>
        </Match>
        <Match when={props.status === "sending"}>
          <InsetText>Sending the record…</InsetText>
        </Match>
        <Match when={props.status === "sent"}>
          <InsetText>Sent. The head is asked whether it is accurate.</InsetText>
        </Match>
      </Switch>
    </div>
  );
}
