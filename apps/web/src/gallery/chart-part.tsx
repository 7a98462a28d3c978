import {
  BarChart,
  Columns,
  DotPlot,
  HeatMap,
  LineChart,
  SourceNote,
  StackedBar,
} from "../ui/index.ts";

const source = () => <SourceNote source="invented figures" asOf="1 November 2026" />;

function Change() {
  return (
    <LineChart
      level={2}
      finding="Larkspur has closed the gap on the area"
      about="Pupils at the expected standard in reading, per cent. Larkspur rose from 52 to 71, the area from 68 to 70; there are no figures for 2020 and 2021."
      measure="Pupils at the expected standard, %"
      of="Year"
      steps={["2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025"]}
      lines={[
        {
          label: "Larkspur",
          points: [
            { value: 52, low: 41, high: 63 },
            { value: 55, low: 44, high: 66 },
            { value: undefined },
            { value: undefined },
            { value: 58, low: 48, high: 68 },
            { value: 64, low: 54, high: 74 },
            { value: 66, low: 56, high: 76 },
            { value: 71, low: 61, high: 81 },
          ],
        },
        {
          label: "Area",
          points: [68, 69, undefined, undefined, 67, 68, 69, 70].map((value) => ({ value })),
        },
      ]}
      source={source()}
    />
  );
}

export function ChartPart() {
  return (
    <>
      <Columns kind="halves">
        <BarChart
          level={2}
          finding="Two zones in three gain days, one loses them"
          about="Change in days from spring to summer: North plus 8, Coast plus 3, South minus 5."
          measure="Change in days"
          of="Zone"
          bars={[
            { label: "North", value: 8, text: "+8" },
            { label: "Coast", value: 3, text: "+3" },
            { label: "South", value: -5, text: "−5" },
          ]}
          source={source()}
        />
        <StackedBar
          level={2}
          finding="Most of the north’s days are given already"
          about="Days by zone: delivered, agreed and free."
          of="Zone"
          parts={["Delivered", "Agreed", "Free"]}
          stacks={[
            { label: "North", values: [22, 14, 6] },
            { label: "Coast", values: [6, 4, 8] },
            { label: "South", values: [2, 0.5, 9] },
          ]}
          source={source()}
        />
      </Columns>
      <Change />
      <Columns kind="halves">
        <DotPlot
          level={2}
          finding="Only one school is clearly below the area"
          about="Progress score with its interval. Otterbourne is below the area’s mean of 0.2; the intervals of the others hold it."
          measure="Progress score"
          of="School"
          reference={{ label: "Area", value: 0.2 }}
          dots={[
            { label: "Larkspur", value: 0.8, low: -0.6, high: 2.2 },
            { label: "Otterbourne", value: -2.4, low: -3.6, high: -1.2, marked: true },
            { label: "Saint Wendreda’s", value: 0.1, low: -1.1, high: 1.3 },
          ]}
          source={source()}
        />
        <HeatMap
          level={2}
          finding="Nobody offers mathematics on the coast"
          about="Days free by expertise and zone; a cell that stands out has need and no days."
          of="Expertise"
          columns={["North", "Coast", "South"]}
          rows={[
            { label: "Phonics", cells: [{ value: 12 }, { value: 6 }, { value: 3 }] },
            {
              label: "Mathematics",
              cells: [{ value: 9 }, { value: 0, lack: true, text: "0 of 4" }, { value: 1 }],
            },
            { label: "Behaviour", cells: [{ value: 0 }, { value: 4 }, { value: 7 }] },
          ]}
          source={source()}
        />
      </Columns>
    </>
  );
}
