import { Show } from "solid-js";
import { inArea } from "../../../app/area.ts";
import { toDateWords } from "../../../lib/words.ts";
import { Heading, Link, Timeline } from "../../../ui/index.ts";
import type { SchoolPage } from "../data.ts";
import { mannerWords } from "../words.ts";
import { Sourced } from "./source.tsx";

type Step = SchoolPage["line"]["steps"][number];
type Member = Step["from"];

function MemberName(props: { area: string; member: Member; isThis: boolean }) {
  const words = () => `${props.member.name ?? "a school"} (URN ${props.member.urn})`;
  return (
    <Show when={props.member.isHere && !props.isThis} fallback={words()}>
      <Link href={inArea(props.area, `/schools/${props.member.urn}`)}>{words()}</Link>
    </Show>
  );
}

const titleOf = ({ from, to, manner }: Step): string =>
  `${from.name ?? from.urn} ${mannerWords[manner]} ${to.name ?? to.urn}`;

/** What it was before, and what became of it: history follows the place through changes of URN. */
export function HistoryOfUrns(props: { area: string; school: SchoolPage }) {
  const urn = () => props.school.profile.urn;
  const items = () =>
    props.school.line.steps.map((step) => ({
      title: titleOf(step),
      when: step.date === null ? "day not stated" : toDateWords(step.date),
      at: step.date ?? "",
      body: (
        <>
          <MemberName area={props.area} member={step.from} isThis={step.from.urn === urn()} />
          {" → "}
          <MemberName area={props.area} member={step.to} isThis={step.to.urn === urn()} />
        </>
      ),
    }));
  return (
    <section>
      <Heading level={2} size="m">
        History of URNs
      </Heading>
      <Show
        when={items().length > 0}
        fallback={
          <p class="govuk-body">{`No link to another URN is known. This is URN ${urn()}.`}</p>
        }
      >
        <Timeline label="Changes of URN" items={items()} />
        <Sourced sources={props.school.sources} imports={props.school.line.importIds} />
      </Show>
    </section>
  );
}
