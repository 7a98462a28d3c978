/** What two case studies tell; neither names its school. */
export const caseStudies: readonly {
  readonly title: string;
  readonly challenge: string;
  readonly support: string;
  readonly difference: string;
}[] = [
  {
    title: "One way of teaching, in every class",
    challenge: "Lessons differed from class to class, and new staff had nobody to learn from.",
    support:
      "The leader taught beside two teachers each fortnight, and they planned the next lessons together.",
    difference:
      "Every class follows the same plan now. The two teachers go on with the visits by themselves.",
  },
  {
    title: "Leading a subject without leading alone",
    challenge: "Subject leaders had time on paper and did not know what to look for.",
    support:
      "Six half-days of looking at work together, and a short form to write down what was seen.",
    difference: "Each subject leader reports once a term, and governors ask better questions.",
  },
];
