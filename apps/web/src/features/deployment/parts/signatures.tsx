import { For, Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { toMomentWords } from "../../../lib/words.ts";
import { LinkButton, SummaryList, Tag } from "../../../ui/index.ts";
import type { DeploymentPage, Version } from "../data.ts";
import { signatoryWords } from "../words.ts";

const signatories = ["supported-head", "leader", "home-school-head"] as const;

/** The first figures of a fingerprint, enough to compare by eye. */
export const shortHash = (hash: string): string => hash.slice(0, 12);

const placeOf = (page: DeploymentPage, signatory: (typeof signatories)[number]): string => {
  if (signatory === "leader") return page.leader.name;
  return signatory === "supported-head" ? page.school : page.leader.homeSchool;
};

function Signed(props: { signature: Version["signatures"][number] }) {
  return (
    <>
      <Tag colour="green">Signed</Tag>{" "}
      {`${props.signature.typedName.trim()}, ${toMomentWords(props.signature.signedAt)}`}
      <Show when={props.signature.onBehalf}>
        {(how) => <div class="a-quiet a-small a-words">{`On behalf of that side. ${how()}`}</div>}
      </Show>
    </>
  );
}

/** Who has signed a version, and who has still to. */
export function Signatures(props: { page: DeploymentPage; version: Version }) {
  const rows = () =>
    signatories.map((signatory) => {
      const given = props.version.signatures.find((each) => each.signatory === signatory);
      return {
        term: `${signatoryWords[signatory]}, ${placeOf(props.page, signatory)}`,
        value:
          given === undefined ? <span class="a-quiet">Not yet</span> : <Signed signature={given} />,
      };
    });
  return <SummaryList rows={rows()} />;
}

/** One way to sign for each side that the actor may sign for. */
export function WaysToSign(props: { area: string; page: DeploymentPage }) {
  return (
    <For each={props.page.signsAs}>
      {({ signatory, isOwn }) => (
        <LinkButton
          kind={isOwn ? "main" : "secondary"}
          href={inArea(props.area, `/deployments/${props.page.id}/sign/${signatory}`)}
        >
          {isOwn
            ? `Read and sign as ${signatoryWords[signatory].toLowerCase()}`
            : `Sign on behalf of the ${signatoryWords[signatory].toLowerCase()}`}
        </LinkButton>
      )}
    </For>
  );
}
