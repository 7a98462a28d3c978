import { useParams } from "@solidjs/router";
import { Match, Show, Switch, untrack } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords, toMomentWords, toNumberWords } from "../../../lib/words.ts";
import {
  Breadcrumbs,
  InsetText,
  Link,
  NotificationBanner,
  Page,
  SummaryList,
} from "../../../ui/index.ts";
import { useImport, type ShownImport } from "../data.ts";
import { Decide } from "../parts/decide.tsx";
import { Preview } from "../parts/preview.tsx";
import { kindWords } from "../words.ts";

const titles: Readonly<Record<ShownImport["state"], string>> = {
  checked: "Check what this file would change",
  confirmed: "Import",
  discarded: "Import, set aside",
};

function Outcome(props: { area: string; held: ShownImport; isNews: boolean }) {
  const when = () => (props.held.finishedAt === null ? "" : toMomentWords(props.held.finishedAt));
  return (
    <Switch>
      <Match when={props.held.state === "confirmed"}>
        <NotificationBanner
          kind={props.isNews ? "success" : "note"}
          title="The register now says what this file says"
        >
          <p>{`Confirmed ${when()}.`}</p>
          <p>
            <Link href={inArea(props.area, "/schools")}>See the schools</Link>
            {" · "}
            <Link href={inArea(props.area, "/imports/new")}>Import another file</Link>
          </p>
        </NotificationBanner>
      </Match>
      <Match when={props.held.state === "discarded"}>
        <InsetText>{`This file was set aside ${when()}. Nothing of it entered the register.`}</InsetText>
      </Match>
    </Switch>
  );
}

function Whole(props: { area: string; held: ShownImport; isNews: boolean }) {
  return (
    <Page
      title={titles[props.held.state]}
      before={<Breadcrumbs crumbs={[{ text: "Imports", href: inArea(props.area, "/imports") }]} />}
    >
      <Outcome area={props.area} held={props.held} isNews={props.isNews} />
      <SummaryList
        rows={[
          { term: "File", value: props.held.fileName },
          { term: "What", value: kindWords[props.held.kind] },
          { term: "As of", value: toDateWords(props.held.asOf) },
          { term: "Brought in", value: toMomentWords(props.held.startedAt) },
          { term: "Source", value: props.held.source },
          { term: "Lines in the file", value: toNumberWords(props.held.summary.lines) },
        ]}
      />
      <Preview area={props.area} held={props.held} />
      <Decide area={props.area} held={props.held} />
    </Page>
  );
}

/** One file: what it would change while it waits, what it changed once it is confirmed. */
export function ImportPage() {
  const slug = useAreaSlug();
  const params = useParams();
  const query = useImport(() => ({ area: slug(), id: Number(params["id"]) || 0 }));
  return (
    <Loaded query={query} what="Loading the import">
      {(held) => {
        const stateAtFirst = untrack(() => held().state);
        return (
          <Show when={`${held().id} ${held().state}`} keyed>
            <Whole area={slug()} held={held()} isNews={held().state !== stateAtFirst} />
          </Show>
        );
      }}
    </Loaded>
  );
}
