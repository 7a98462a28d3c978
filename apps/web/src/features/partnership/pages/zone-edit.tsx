import { useParams } from "@solidjs/router";
import { createSignal, Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  Button,
  ButtonRow,
  counted,
  createForm,
  Dialog,
  Form,
  Heading,
  InsetText,
  Link,
  Page,
  TextField,
  WarningButton,
} from "../../../ui/index.ts";
import { useZone, type Zone } from "../data.ts";
import { useDone, useWay, ZoneTrail } from "../parts/way.tsx";
import { sending } from "../words.ts";

function RenameForm(props: { found: Zone }) {
  const slug = useAreaSlug();
  const way = useWay();
  const finish = useDone();
  const back = () => way(`/zones/${props.found.zone.id}`);
  const form = createForm({
    initial: { name: untrack(() => props.found.zone.name) },
    check: ({ name }) => ({ name: name.trim() === "" ? "Enter a name" : undefined }),
    submit: ({ name }) =>
      sending(
        async () => {
          const { id: zoneId, version } = props.found.zone;
          const { changed } = await api.zone.rename.mutate({ area: slug(), zoneId, version, name });
          await finish(changed ? `Renamed ${name.trim()}` : "Nothing was changed", back());
        },
        { taken: "An open zone has this name. Choose another." },
      ),
  });
  return (
    <Form form={form} submitLabel="Save name" also={<Link href={back()}>Cancel</Link>}>
      <TextField label="Name" {...form.field("name")} />
    </Form>
  );
}

function CloseZone(props: { found: Zone }) {
  const slug = useAreaSlug();
  const way = useWay();
  const finish = useDone();
  const [isAsking, setAsking] = createSignal(false);
  const [trouble, setTrouble] = createSignal<string>();
  const schools = () => counted(props.found.schools.length, "school");
  const close = async () => {
    const { id: zoneId, version, name } = props.found.zone;
    try {
      await api.zone.close.mutate({ area: slug(), zoneId, version });
      await finish(`${name} closed`, way("/zones"));
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <>
      <Heading level={2} size="m">
        Close this zone
      </Heading>
      <p class="govuk-body">
        {`Its ${schools()} will be in no zone, and its coordinator and panel end today. What was stays on record.`}
      </p>
      <WarningButton onPress={() => setAsking(true)}>Close the zone</WarningButton>
      <Dialog
        open={isAsking()}
        title={`Close ${props.found.zone.name}?`}
        onClose={() => setAsking(false)}
      >
        <p class="govuk-body">
          {`${schools()} will be in no zone until you place them again. A closed zone cannot be opened again.`}
        </p>
        <Show when={trouble()}>
          <div role="alert">
            <InsetText>{trouble()}</InsetText>
          </div>
        </Show>
        <ButtonRow>
          <WarningButton onPress={() => void close()}>Close the zone</WarningButton>
          <Button kind="secondary" onPress={() => setAsking(false)}>
            Keep it
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  );
}

export function EditZone() {
  const params = useParams();
  const way = useWay();
  const query = useZone(() => params["zone"] ?? "");
  return (
    <Loaded query={query} what="Loading the zone">
      {(found) => (
        <Page
          title="Name of the zone"
          caption={found().zone.name}
          before={
            <ZoneTrail
              crumbs={[{ text: found().zone.name, href: way(`/zones/${found().zone.id}`) }]}
            />
          }
        >
          <RenameForm found={found()} />
          <CloseZone found={found()} />
        </Page>
      )}
    </Loaded>
  );
}
