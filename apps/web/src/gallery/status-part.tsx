import { For } from "solid-js";
import {
  Badge,
  Button,
  ButtonRow,
  Clock,
  CopyButton,
  LinkButton,
  Loading,
  NotificationBanner,
  PlainButton,
  ProgressBar,
  Tag,
  WarningButton,
  WarningText,
  type TagColour,
} from "../ui/index.ts";

const colours: readonly TagColour[] = ["teal", "grey", "green", "amber", "red", "plum"];

export function StatusPart() {
  return (
    <>
      <NotificationBanner title="The register is from 1 November">
        <p class="govuk-body">Two schools have joined since.</p>
      </NotificationBanner>
      <NotificationBanner kind="success" title="Your days are published" />
      <NotificationBanner kind="warning" title="These days are no longer confirmed">
        <p class="govuk-body">Confirm them and leaders will be matched again.</p>
      </NotificationBanner>
      <WarningText>A published plan cannot be taken back.</WarningText>
      <h2 class="govuk-heading-m">Tags and badges</h2>
      <p class="a-button-row">
        <For each={colours}>{(colour) => <Tag colour={colour}>{`State in ${colour}`}</Tag>}</For>
        <Badge>KS2</Badge>
      </p>
      <h2 class="govuk-heading-m">Clocks</h2>
      <p class="a-button-row">
        <For each={[12, 2, 1, 0, -1, -9]}>{(days) => <Clock days={days} on="25 November" />}</For>
      </p>
      <h2 class="govuk-heading-m">Buttons</h2>
      <ButtonRow>
        <Button>Save and continue</Button>
        <Button kind="secondary">Save a draft</Button>
        <WarningButton>Delete</WarningButton>
        <Button pending>Sending</Button>
        <LinkButton href="?part=home">A way forward</LinkButton>
        <Button small>Small</Button>
        <CopyButton text="https://alongside.example/feed" label="Copy the address" />
        <PlainButton>Add another</PlainButton>
      </ButtonRow>
      <h2 class="govuk-heading-m">Progress</h2>
      <ProgressBar
        label="Reading the file"
        value={12000}
        max={22000}
        text="12,000 of 22,000 lines"
      />
      <ProgressBar label="Working out the plan">
        <Button kind="secondary" small>
          Cancel
        </Button>
      </ProgressBar>
      <h2 class="govuk-heading-m">Loading</h2>
      <Loading />
    </>
  );
}
