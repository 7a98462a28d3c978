import { createSignal, Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toMomentWords } from "../../../lib/words.ts";
import {
  announce,
  Button,
  ButtonRow,
  Dialog,
  InsetText,
  Page,
  PlainButton,
  Table,
  Tag,
  WarningButton,
} from "../../../ui/index.ts";
import { useAccountRefresh, useDevices, type Device } from "../data.ts";
import { AccountTrail } from "../parts/account-trail.tsx";

const moment = (at: number): string => toMomentWords(new Date(at).toISOString());

function DeviceTable(props: { devices: readonly Device[]; onEnd: (device: Device) => void }) {
  return (
    <Table
      caption="Devices"
      captionHidden
      rows={props.devices}
      columns={[
        {
          key: "name",
          header: "Device",
          rowHeader: true,
          cell: (device) => (
            <>
              {device.name} <Show when={device.isThis}>{<Tag>This one</Tag>}</Show>
            </>
          ),
        },
        { key: "since", header: "Signed in", cell: (device) => moment(device.signedInAt) },
        { key: "used", header: "Last used", cell: (device) => moment(device.lastUsedAt) },
        {
          key: "end",
          header: "Change",
          numeric: true,
          cell: (device) => (
            <Show when={!device.isThis}>
              <PlainButton about={device.name} onPress={() => props.onEnd(device)}>
                Sign out
              </PlainButton>
            </Show>
          ),
        },
      ]}
    />
  );
}

/** Where the person is signed in. A browser says itself what it is: a hint, not a proof. */
export function Devices() {
  const devices = useDevices();
  const refresh = useAccountRefresh();
  const [trouble, setTrouble] = createSignal<string>();
  const [asks, setAsks] = createSignal(false);
  const end = async ({ id, name }: Device) => {
    try {
      await api.device.end.mutate({ id });
      announce(`${name} is signed out`);
      await refresh();
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  const endAll = async () => {
    await api.device.endAll.mutate();
    window.location.assign("/sign-in");
  };
  return (
    <Page
      title="Where you are signed in"
      lead="A device that you do not know? Sign it out, then change your password."
      before={<AccountTrail />}
    >
      <Show when={trouble()}>
        <div role="alert">
          <InsetText>{trouble()}</InsetText>
        </div>
      </Show>
      <Loaded query={devices} what="Loading your devices">
        {(list) => <DeviceTable devices={list()} onEnd={(device) => void end(device)} />}
      </Loaded>
      <WarningButton onPress={() => setAsks(true)}>Sign out everywhere</WarningButton>
      <Dialog open={asks()} title="Sign out everywhere?" onClose={() => setAsks(false)}>
        <p class="govuk-body">All your devices are signed out at once, this one too.</p>
        <ButtonRow>
          <WarningButton onPress={() => void endAll()}>Sign out of all</WarningButton>
          <Button kind="secondary" onPress={() => setAsks(false)}>
            Go back
          </Button>
        </ButtonRow>
      </Dialog>
    </Page>
  );
}
