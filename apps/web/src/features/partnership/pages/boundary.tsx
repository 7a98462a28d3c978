import { useParams } from "@solidjs/router";
import { outlineAround, type GridPoint } from "@alongside/domain/partnership";
import { Show, untrack } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  announce,
  Button,
  ButtonRow,
  Columns,
  counted,
  createForm,
  Form,
  Link,
  Page,
  SvgMap,
  TextArea,
  type FormState,
} from "../../../ui/index.ts";
import { useZone, type Zone } from "../data.ts";
import { useDone, useWay, ZoneTrail } from "../parts/way.tsx";
import { toArea, toGridPoints, toOutline, toPoints } from "../parts/zone-map.ts";
import { sending } from "../words.ts";

/** Room around the outermost schools, in metres. */
const margin = 600;

const toLines = (ring: readonly GridPoint[]): string =>
  ring.map(([x, y]) => `${x}, ${y}`).join("\n");

/** Reads one point per line; undefined when a line is no point. */
const fromLines = (text: string): readonly GridPoint[] | undefined => {
  const points = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): GridPoint | undefined => {
      const match = /^\s*(\d{1,7})[\s,;]+(\d{1,7})\s*$/.exec(line);
      return match === null ? undefined : [Number(match[1]), Number(match[2])];
    });
  return points.every((point) => point !== undefined) ? points : undefined;
};

type Values = { boundary: string };

function DrawingMap(props: { found: Zone; form: FormState<Values> }) {
  const ring = () => fromLines(props.form.values().boundary) ?? [];
  const add = (x: number, y: number) => {
    props.form.set("boundary", toLines([...ring(), [x, y]]));
    announce(`Point ${ring().length} added`);
  };
  const corners = () =>
    ring().map(([x, y], index) => ({
      id: `corner-${index}`,
      label: `Point ${index + 1}`,
      x,
      y,
      colour: 2 as const,
    }));
  const shapes = () => [
    ...toOutline(props.found.outline),
    ...(ring().length < 2 ? [] : toArea("boundary", "", ring())),
  ];
  return (
    <SvgMap
      label="Map of the zone’s schools and its boundary. The list of points says the same."
      points={[...toPoints(props.found.schools), ...corners()]}
      areas={shapes()}
      onPlace={({ x, y }) => add(x, y)}
    />
  );
}

function DrawingTools(props: { found: Zone; form: FormState<Values> }) {
  const around = () => outlineAround(toGridPoints(props.found.schools), margin);
  const set = (ring: readonly GridPoint[], words: string) => {
    props.form.set("boundary", toLines(ring));
    announce(words);
  };
  const ring = () => fromLines(props.form.values().boundary) ?? [];
  return (
    <ButtonRow>
      <Show when={around()}>
        {(found) => (
          <Button
            kind="secondary"
            small
            onPress={() => set(found(), `Drawn with ${counted(found().length, "point")}`)}
          >
            Draw around its schools
          </Button>
        )}
      </Show>
      <Button
        kind="secondary"
        small
        onPress={() => set(ring().slice(0, -1), "Last point taken away")}
      >
        Undo last point
      </Button>
      <Button kind="secondary" small onPress={() => set([], "All points taken away")}>
        Clear
      </Button>
    </ButtonRow>
  );
}

function Drawing(props: { found: Zone }) {
  const slug = useAreaSlug();
  const way = useWay();
  const finish = useDone();
  const back = () => way(`/zones/${props.found.zone.id}`);
  const form: FormState<Values> = createForm<Values>({
    initial: { boundary: untrack(() => toLines(props.found.zone.boundary ?? [])) },
    check: ({ boundary }) => ({
      boundary:
        fromLines(boundary) === undefined
          ? "Write each point on a line of its own: easting, comma, northing"
          : undefined,
    }),
    submit: ({ boundary }) =>
      sending(async () => {
        const { id: zoneId, version } = props.found.zone;
        const ring = (fromLines(boundary) ?? []).map(([x, y]): [number, number] => [x, y]);
        const line = ring.length === 0 ? null : ring;
        await api.zone.draw.mutate({ area: slug(), zoneId, version, boundary: line });
        await finish(line === null ? "Boundary taken away" : "Boundary saved", back());
      }),
  });
  return (
    <Page
      title="Boundary"
      caption={props.found.zone.name}
      lead="The line only helps to see the zone on maps. Which schools are in it is set by name."
      before={<ZoneTrail crumbs={[{ text: props.found.zone.name, href: back() }]} />}
      error={form.problems().length > 0}
    >
      <Columns kind="main-side">
        <div>
          <p class="govuk-body">
            Press the map where the line turns, in the order in which it goes round.
          </p>
          <DrawingTools found={props.found} form={form} />
          <DrawingMap found={props.found} form={form} />
        </div>
        <Form form={form} submitLabel="Save boundary" also={<Link href={back()}>Cancel</Link>}>
          <TextArea
            label="Points"
            hint="One on each line: easting, northing, in metres on the National Grid. Empty for no boundary."
            rows={12}
            {...form.field("boundary")}
          />
        </Form>
      </Columns>
    </Page>
  );
}

export function Boundary() {
  const params = useParams();
  const query = useZone(() => params["zone"] ?? "");
  return (
    <Loaded query={query} what="Loading the zone">
      {(found) => <Drawing found={found()} />}
    </Loaded>
  );
}
