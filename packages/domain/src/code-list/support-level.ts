import type { CodeList } from "./code-list.ts";

/** Presets of support levels, least support first; a partnership takes one or writes its own. */
export const supportLevelPresets: readonly CodeList[] = [
  {
    id: "support-level-named",
    label: "Universal, targeted, intensive",
    entries: [
      { code: "universal", label: "Universal" },
      { code: "targeted", label: "Targeted" },
      { code: "intensive", label: "Intensive" },
    ],
  },
  {
    id: "support-level-lettered",
    label: "A to D",
    entries: [
      { code: "a", label: "A" },
      { code: "b", label: "B" },
      { code: "c", label: "C" },
      { code: "d", label: "D" },
    ],
  },
  {
    id: "support-level-core",
    label: "Core, core+, core++",
    entries: [
      { code: "core", label: "Core" },
      { code: "core-plus", label: "Core+" },
      { code: "core-plus-plus", label: "Core++" },
    ],
  },
];

/** The bands by which a round orders needs, greatest first; the code is the number of the band. */
export const needBands: CodeList = {
  id: "need-band",
  label: "Bands of need",
  entries: [
    { code: "1", label: "Urgent" },
    { code: "2", label: "High" },
    { code: "3", label: "Targeted" },
    { code: "4", label: "Universal" },
  ],
};
