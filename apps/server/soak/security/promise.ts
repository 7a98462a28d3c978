/** What the product promises, the test that shows it, and what must hold. The figure is measured when the test runs, never typed in. */
export type Promised = {
  /** Under this name its test keeps the figure; without one, the figure is how many tests passed. */
  readonly key?: string;
  readonly promise: string;
  /** The file of the test, from the root. */
  readonly test: string;
  /** The tests of that file which show it; all of them unless told. */
  readonly named?: RegExp;
  readonly hold: string;
};

export type Section = {
  readonly title: string;
  readonly promises: readonly Promised[];
};
