import "../../../look/round.scss";
import { useNavigate, useParams } from "@solidjs/router";
import { outcomeFinding } from "@alongside/domain/board";
import { createSignal, For, Show } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords, toMomentWords } from "../../../lib/words.ts";
import {
  announce,
  BackLink,
  Button,
  ButtonRow,
  InsetText,
  Page,
  Table,
  WarningText,
} from "../../../ui/index.ts";
import { BoardSections } from "../../board/parts/sections.tsx";
import { useMeetingAct, usePack, type Pack } from "../data.ts";
import { PackDownload } from "../parts/pack-download.tsx";
import { groundWords } from "../words.ts";

type Shown = { area: string; pack: Pack };

function Outcomes(props: Shown) {
  return (
    <>
      <h2 class="govuk-heading-l">Outcomes against the baseline, beside schools alike</h2>
      <p class="govuk-body">
        Indicative, not proof: support is not given by lot, and schools alike are alike in what is
        known of them.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <For
          each={props.pack.outcomes}
          fallback={<li>No published results lie on both sides of any support yet.</li>}
        >
          {(outcome) => (
            <li>{`${outcomeFinding(outcome)}, from ${outcome.baselineYear} to ${outcome.afterYear}`}</li>
          )}
        </For>
      </ul>
    </>
  );
}

function Papers(props: Shown) {
  return (
    <>
      <h2 class="govuk-heading-l">Actions carried forward</h2>
      <Table
        caption="Actions carried forward"
        captionHidden
        rows={props.pack.carried}
        columns={[
          { key: "text", header: "Action", rowHeader: true, cell: ({ text }) => text },
          { key: "owner", header: "Owner", cell: ({ owner }) => owner },
          {
            key: "due",
            header: "Due",
            cell: ({ dueOn, isOverdue }) => `${toDateWords(dueOn)}${isOverdue ? ": overdue" : ""}`,
          },
        ]}
        empty={<p class="govuk-body">None.</p>}
      />
    </>
  );
}

function DecisionLog(props: Shown) {
  return (
    <>
      <h2 class="govuk-heading-l">Decisions so far</h2>
      <Table
        caption="Decisions so far"
        captionHidden
        rows={props.pack.decisions}
        columns={[
          {
            key: "text",
            header: "Decision",
            rowHeader: true,
            cell: ({ number, text }) => `${number}. ${text}`,
          },
          { key: "reason", header: "Reason", cell: ({ reason }) => reason },
          { key: "ground", header: "Rests on", cell: ({ ground }) => groundWords(ground) },
          { key: "on", header: "On", cell: ({ on }) => toDateWords(on) },
        ]}
        empty={<p class="govuk-body">None.</p>}
      />
    </>
  );
}

function Origin(props: Shown) {
  return (
    <>
      <h2 class="govuk-heading-l">Where this comes from</h2>
      <Show when={props.pack.register}>
        {(register) => (
          <p class="govuk-body">{`Schools: ${register().source}, ${toDateWords(register().asOf)}. Everything else was recorded in Alongside.`}</p>
        )}
      </Show>
      <p class="govuk-body a-quiet">Fingerprint of this pack (SHA-256)</p>
      <p class="govuk-body a-hash">{props.pack.hash}</p>
      <p class="govuk-body a-quiet">
        {`Head of the audit chain when it was frozen, after ${props.pack.chain.events} events`}
      </p>
      <p class="govuk-body a-hash">{props.pack.chain.head}</p>
    </>
  );
}

function Issue(props: Shown) {
  const navigate = useNavigate();
  const act = useMeetingAct();
  const [trouble, setTrouble] = createSignal("");
  const issue = async () => {
    const { area, pack } = props;
    const { meetingId: id, number } = pack;
    const outcome = await act(() => api.meeting.issuePack.mutate({ area, id, number }));
    if (!outcome.done) {
      setTrouble(outcome.message ?? "Nothing was changed. Try again.");
      return;
    }
    announce("The pack is issued");
    navigate(inArea(area, `/board/meetings/${id}`));
  };
  return (
    <>
      <InsetText>
        A draft: only those who keep the papers see it. Once it is issued it stays as it is, and the
        members are told.
      </InsetText>
      <div role="alert">
        <Show when={trouble() !== ""}>
          <InsetText>{trouble()}</InsetText>
        </Show>
      </div>
      <ButtonRow>
        <Button onPress={() => void issue()}>Issue this pack</Button>
      </ButtonRow>
    </>
  );
}

function Whole(props: Shown) {
  const day = () => toDateWords(props.pack.meeting.date);
  return (
    <Page
      title={`Pack for the meeting on ${day()}`}
      caption={props.pack.body}
      lead={`${props.pack.meeting.time}, ${props.pack.meeting.place}. For ${props.pack.remit}.`}
      before={
        <BackLink href={inArea(props.area, `/board/meetings/${props.pack.meetingId}`)}>
          The meeting
        </BackLink>
      }
    >
      <p class="govuk-body a-quiet">
        {`Version ${props.pack.number}, as it stood on ${toMomentWords(props.pack.frozenAt)}${props.pack.issuedAt === null ? "" : `, issued on ${toDateWords(props.pack.issuedAt)}`}. Figures are of the whole area. Numbers that are made of 1 to 5 schools or leaders are hidden, and so are those from which they could be worked out.`}
      </p>
      <Show when={!props.pack.isWhole}>
        <WarningText>
          The words of this pack are no longer those of its fingerprint. Tell the administrator.
        </WarningText>
      </Show>
      <div class="a-screen-only">
        <Show when={props.pack.issuedAt === null}>
          <Issue {...props} />
        </Show>
        <PackDownload
          address={`/files/areas/${props.area}/meetings/${props.pack.meetingId}/packs/version-${props.pack.number}.pdf`}
          name={`board-pack-${props.pack.meeting.date}-version-${props.pack.number}.pdf`}
        />
      </div>
      <h2 class="govuk-heading-l">Agenda</h2>
      <ol class="govuk-list govuk-list--number">
        <For each={props.pack.meeting.agenda}>{(item) => <li>{item}</li>}</For>
      </ol>
      <Papers {...props} />
      <BoardSections
        figures={props.pack.figures}
        board={props.pack}
        area={props.area}
        question={{}}
        isKept
      />
      <Outcomes {...props} />
      <DecisionLog {...props} />
      <Origin {...props} />
    </Page>
  );
}

/** A pack as it was frozen, to read, to print and to keep. */
export function PackPage() {
  const slug = useAreaSlug();
  const params = useParams();
  const pack = usePack(() => ({
    area: slug(),
    id: params["meeting"] ?? "",
    number: Number(params["number"] ?? 0),
  }));
  return (
    <Loaded query={pack} what="Loading the pack">
      {(known) => <Whole area={slug()} pack={known()} />}
    </Loaded>
  );
}
