import { useLocation } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { withProof } from "../../../lib/step-up.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { toDateWords } from "../../../lib/words.ts";
import {
  announce,
  counted,
  EmptyState,
  Filtered,
  Page,
  pageIn,
  PlainButton,
  Results,
  Table,
  Tag,
  type FilterGroup,
} from "../../../ui/index.ts";
import { roleInPlace } from "../words.ts";
import { useInvitations, usePeopleRefresh, type Invited } from "../data.ts";
import { PeopleTrail } from "../parts/people-trail.tsx";
import { Said, Trouble } from "../parts/said.tsx";

const pageSize = 50;

type Act = (invited: Invited) => void;

function State(props: { invited: Invited }) {
  const until = () => toDateWords(new Date(props.invited.expiresAt).toISOString());
  return (
    <Show when={!props.invited.isRevoked} fallback={<Tag colour="grey">Withdrawn</Tag>}>
      <Show when={!props.invited.isExpired} fallback={<Tag colour="amber">Ran out</Tag>}>
        {`Works until ${until()}`}
      </Show>
    </Show>
  );
}

function InvitedTable(props: { rows: readonly Invited[]; onAgain: Act; onRevoke: Act }) {
  return (
    <Table
      caption="Invitations"
      captionHidden
      rows={props.rows}
      columns={[
        {
          key: "who",
          header: "Who",
          rowHeader: true,
          cell: (row) => (
            <>
              {row.email}
              <Show when={row.name}>
                <div class="a-quiet">{row.name}</div>
              </Show>
            </>
          ),
        },
        {
          key: "part",
          header: "Part",
          cell: (row) => roleInPlace({ role: row.role, schoolName: row.place }),
        },
        {
          key: "by",
          header: "Invited",
          cell: (row) =>
            `${toDateWords(row.createdAt)}${row.inviterName === null ? "" : ` by ${row.inviterName}`}`,
        },
        { key: "state", header: "State", cell: (row) => <State invited={row} /> },
        {
          key: "change",
          header: "Change",
          cell: (row) => (
            <Show when={!row.isRevoked}>
              <span class="a-acts">
                <PlainButton about={`to ${row.email}`} onPress={() => props.onAgain(row)}>
                  Send again
                </PlainButton>{" "}
                <PlainButton
                  about={`the invitation to ${row.email}`}
                  onPress={() => props.onRevoke(row)}
                >
                  Withdraw
                </PlainButton>
              </span>
            </Show>
          ),
        },
      ]}
      empty={
        <EmptyState title="No invitation is open">
          <p class="govuk-body">Everybody invited has come, or none fits these filters.</p>
        </EmptyState>
      }
    />
  );
}

const states = ["open", "expired", "revoked"] as const;
type InvitationState = (typeof states)[number];

const stateOf = ({ isRevoked, isExpired }: Invited): InvitationState => {
  if (isRevoked) return "revoked";
  return isExpired ? "expired" : "open";
};

const stateWords: Readonly<Record<InvitationState, string>> = {
  open: "Works",
  expired: "Ran out",
  revoked: "Withdrawn",
};

const groups: readonly FilterGroup[] = [
  { kind: "search", name: "words", label: "Name or e-mail address" },
  {
    kind: "one",
    name: "state",
    label: "State",
    choices: states.map((value) => ({ value, label: stateWords[value] })),
  },
];

/** The invitations that the address asks for. */
const fits = (search: string) => {
  const params = new URLSearchParams(search);
  const words = (params.get("words") ?? "").trim().toLowerCase();
  const state = params.get("state") ?? "";
  return (invited: Invited): boolean =>
    `${invited.email} ${invited.name ?? ""}`.toLowerCase().includes(words) &&
    (state === "" || stateOf(invited) === state);
};

/** Who was invited and has not come yet. */
export function Invitations() {
  const slug = useAreaSlug();
  const invitations = useInvitations(slug);
  const refresh = usePeopleRefresh();
  const location = useLocation();
  const shown = (rows: readonly Invited[]) => rows.filter(fits(location.search));
  const onPage = (rows: readonly Invited[]) =>
    rows.slice((pageIn(location.search) - 1) * pageSize, pageIn(location.search) * pageSize);
  const [trouble, setTrouble] = createSignal<string>();
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await withProof(work);
      setTrouble(undefined);
      await refresh();
      announce(done);
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <Page title="Open invitations" before={<PeopleTrail area={slug()} />}>
      <Said />
      <Trouble text={trouble()} />
      <Filtered groups={groups} search={location.search}>
        <Loaded query={invitations} what="Loading invitations">
          {(rows) => (
            <Results
              text={counted(shown(rows()).length, "invitation")}
              total={shown(rows()).length}
              size={pageSize}
              search={location.search}
            >
              <InvitedTable
                rows={onPage(shown(rows()))}
                onAgain={({ id, email }) =>
                  void attempt(
                    () => api.invitation.again.mutate({ area: slug(), id }),
                    `Sent again to ${email}; the old link is worthless`,
                  )
                }
                onRevoke={({ id, email }) =>
                  void attempt(
                    () => api.invitation.revoke.mutate({ area: slug(), id }),
                    `The invitation to ${email} is withdrawn`,
                  )
                }
              />
            </Results>
          )}
        </Loaded>
      </Filtered>
    </Page>
  );
}
