import type { Accessor, JSX } from "solid-js";
import { ChartPart } from "./chart-part.tsx";
import { ErrorPart } from "./error-part.tsx";
import { FormPart } from "./form-part.tsx";
import { HomePart } from "./home-part.tsx";
import { ListPart } from "./list-part.tsx";
import { MapPart } from "./map-part.tsx";
import { OverlayPart } from "./overlay-part.tsx";
import { RecordPart } from "./record-part.tsx";
import { StatusPart } from "./status-part.tsx";

export type Part = {
  readonly key: string;
  /** In the navigation. */
  readonly name: string;
  readonly title: string;
  readonly caption?: string;
  readonly lead?: string;
  readonly content: (props: { search: Accessor<string> }) => JSX.Element;
};

export const parts: readonly Part[] = [
  {
    key: "home",
    name: "Home",
    title: "Good morning, Ada",
    lead: "Three things are waiting for you this week.",
    content: HomePart,
  },
  {
    key: "list",
    name: "List",
    title: "Schools",
    lead: "All schools in the area, from the national register.",
    content: ListPart,
  },
  {
    key: "record",
    name: "Record",
    title: "Phonics in Years 1 and 2",
    caption: "Larkspur Primary School",
    content: RecordPart,
  },
  { key: "form", name: "Form", title: "Tell us what you need", content: FormPart },
  { key: "error", name: "Errors", title: "A form that has errors", content: ErrorPart },
  { key: "status", name: "Statuses", title: "Statuses and notices", content: StatusPart },
  { key: "chart", name: "Charts", title: "Charts", content: ChartPart },
  { key: "map", name: "Map", title: "Map", content: MapPart },
  { key: "overlay", name: "Overlays", title: "Dialogs and other overlays", content: OverlayPart },
];
