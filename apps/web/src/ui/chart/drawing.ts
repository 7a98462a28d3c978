/** What a frame hands to the drawing in it. */
export type DrawingProps<Chart> = {
  chart: Chart;
  /** In CSS pixels. */
  width: number;
  /** The ids of the finding and of its description. */
  labelledBy: string;
};
