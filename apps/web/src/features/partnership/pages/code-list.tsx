import { useParams } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import {
  Heading,
  InsetText,
  Link,
  LinkButton,
  Page,
  PlainButton,
  Table,
} from "../../../ui/index.ts";
import { useCodeList, type CodeEntry, type CodeList } from "../data.ts";
import { Said } from "../parts/said.tsx";
import { SetUpTrail, useDone, useWay } from "../parts/way.tsx";

type Acts = {
  readonly retire: (entry: CodeEntry, isRetired: boolean) => void;
  readonly move: (entry: CodeEntry, to: "up" | "down") => void;
};

function EntryActs(props: { entry: CodeEntry; found: CodeList; acts: Acts }) {
  const way = useWay();
  const address = () => way(`/set-up/lists/${props.entry.list}/entries/${props.entry.code}`);
  return (
    <span class="a-acts">
      <Link href={address()} about={props.entry.label}>
        Change
      </Link>
      <PlainButton about={props.entry.label} onPress={() => props.acts.move(props.entry, "up")}>
        Up
      </PlainButton>
      <PlainButton about={props.entry.label} onPress={() => props.acts.move(props.entry, "down")}>
        Down
      </PlainButton>
      <Show when={!props.found.isFixed}>
        <PlainButton about={props.entry.label} onPress={() => props.acts.retire(props.entry, true)}>
          Retire
        </PlainButton>
      </Show>
    </span>
  );
}

function Entries(props: {
  caption: string;
  entries: readonly CodeEntry[];
  found: CodeList;
  acts: Acts;
}) {
  return (
    <Table
      caption={props.caption}
      rows={props.entries}
      columns={[
        {
          key: "label",
          header: "Label",
          rowHeader: true,
          cell: (entry) => (
            <>
              {entry.label}
              <Show when={entry.help}>
                <span class="govuk-hint">{entry.help}</span>
              </Show>
            </>
          ),
        },
        {
          key: "acts",
          header: "Change",
          numeric: true,
          cell: (entry) => <EntryActs entry={entry} found={props.found} acts={props.acts} />,
        },
      ]}
    />
  );
}

function Retired(props: { entries: readonly CodeEntry[]; acts: Acts }) {
  return (
    <Show when={props.entries.length > 0}>
      <Heading level={2} size="m">
        Retired
      </Heading>
      <ul class="govuk-list">
        <For each={props.entries}>
          {(entry) => (
            <li>
              {`${entry.label}, retired on ${toDateWords(entry.retiredOn ?? "")} `}
              <PlainButton about={entry.label} onPress={() => props.acts.retire(entry, false)}>
                Restore
              </PlainButton>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

const useActs = (setTrouble: (text: string | undefined) => void): Acts => {
  const slug = useAreaSlug();
  const finish = useDone();
  const act = async (work: () => Promise<unknown>, words: string) => {
    setTrouble(undefined);
    try {
      await work();
      await finish(words);
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return {
    retire: ({ list, code, version, label }, isRetired) =>
      void act(
        () => api.codeList.retire.mutate({ area: slug(), list, code, version, isRetired }),
        `${label} ${isRetired ? "retired" : "restored"}`,
      ),
    move: ({ list, code, label }, to) =>
      void act(
        () => api.codeList.move.mutate({ area: slug(), list, code, to }),
        `${label} moved ${to}`,
      ),
  };
};

function ListBody(props: { found: CodeList }) {
  const [trouble, setTrouble] = createSignal<string>();
  const acts = useActs(setTrouble);
  const inUse = () => props.found.entries.filter(({ retiredOn }) => retiredOn === null);
  const retired = () => props.found.entries.filter(({ retiredOn }) => retiredOn !== null);
  const groups = () => [...Map.groupBy(inUse(), ({ groupLabel }) => groupLabel ?? "Entries")];
  return (
    <>
      <Show when={trouble()}>
        <div role="alert">
          <InsetText>{trouble()}</InsetText>
        </div>
      </Show>
      <For each={groups()}>
        {([caption, entries]) => (
          <Entries caption={caption} entries={entries} found={props.found} acts={acts} />
        )}
      </For>
      <Retired entries={retired()} acts={acts} />
    </>
  );
}

export function CodeListPage() {
  const params = useParams();
  const way = useWay();
  const query = useCodeList(() => params["list"] ?? "");
  return (
    <Loaded query={query} what="Loading the list">
      {(found) => (
        <Page
          title={found().label}
          caption="Code list"
          lead={found().help ?? undefined}
          before={<SetUpTrail crumbs={[{ text: "Code lists", href: way("/set-up/lists") }]} />}
        >
          <Said />
          <Show
            when={!found().isFixed}
            fallback={
              <InsetText>
                The product’s rules count on these entries. Their words can be changed; entries
                cannot be added or retired.
              </InsetText>
            }
          >
            <p class="govuk-body">
              <LinkButton href={way(`/set-up/lists/${found().list}/new`)}>Add an entry</LinkButton>
            </p>
          </Show>
          <ListBody found={found()} />
        </Page>
      )}
    </Loaded>
  );
}
