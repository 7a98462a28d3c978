import "../../../look/second-factor.scss";
import { For } from "solid-js";
import { keepFile } from "../../../lib/keep.ts";
import { Button, ButtonRow, CopyButton, WarningText } from "../../../ui/index.ts";

const keepCodes = (codes: readonly string[]): void =>
  keepFile(
    new Blob([
      `Recovery codes for Alongside: each signs in once.\r\n\r\n${codes.join("\r\n")}\r\n`,
    ]),
    "alongside-recovery-codes.txt",
  );

/** Ten codes, shown once. */
export function RecoveryCodes(props: { codes: readonly string[]; onKept: () => void }) {
  return (
    <>
      <p class="govuk-body">
        Without your phone, each of these codes signs you in once. Keep them where you keep other
        important papers, not on the phone.
      </p>
      <ul class="govuk-list a-codes">
        <For each={props.codes}>
          {(code) => (
            <li>
              <code>{code}</code>
            </li>
          )}
        </For>
      </ul>
      <ButtonRow>
        <CopyButton text={props.codes.join("\n")} label="Copy the codes" />
        <Button kind="secondary" small onPress={() => keepCodes(props.codes)}>
          Download the codes
        </Button>
        <Button kind="secondary" small onPress={() => window.print()}>
          Print the codes
        </Button>
      </ButtonRow>
      <WarningText>These codes are not shown again.</WarningText>
      <Button onPress={props.onKept}>I have kept the codes</Button>
    </>
  );
}
