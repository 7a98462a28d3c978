import type { Theme } from "./theme.ts";

export const primaryThemes: readonly Theme[] = [
  {
    area: "phonics-and-early-reading",
    other: ["reading"],
    focus: ["achievement", "curriculum-and-teaching"],
    why: "Phonics results have slipped two years running and the scheme is taught in different ways in each class.",
    wanted:
      "One way of teaching phonics, daily, with children who fall behind caught up within the half-term.",
    objectives: [
      {
        text: "More children reach the expected standard in phonics",
        measure: "phonics-expected",
        gain: 6,
      },
      {
        text: "Phonics lessons follow the scheme in every class",
        measure: "lesson-visit",
        gain: 1,
      },
    ],
    seen: "Phonics in Reception and Year 1, the lowest twenty per cent reading aloud, and the tracking grid",
  },
  {
    area: "maths",
    other: ["assessment"],
    focus: ["achievement"],
    why: "Pupils calculate well and cannot explain; problem solving holds results down at the end of Year 6.",
    wanted: "Reasoning in every maths lesson and a rise in the combined result.",
    objectives: [
      {
        text: "More pupils reach the expected standard in reading, writing and maths",
        measure: "ks2-rwm-expected",
        gain: 5,
      },
      { text: "Books show reasoning every week", measure: "work-scrutiny", gain: 1 },
    ],
    seen: "Maths in Years 3 to 6, a sample of books and a talk with six pupils",
  },
  {
    area: "writing",
    other: ["curriculum-sequencing"],
    focus: ["achievement", "curriculum-and-teaching"],
    why: "Writing is the weakest of the three subjects and boys write little at length.",
    wanted: "A sequence for writing that teachers own, and longer pieces from every pupil.",
    objectives: [
      { text: "Writing in books moves up a step on the rubric", measure: "work-scrutiny", gain: 1 },
      {
        text: "More pupils reach the expected standard in reading, writing and maths",
        measure: "ks2-rwm-expected",
        gain: 4,
      },
    ],
    seen: "Writing books across Years 2 to 5, moderated with the subject leader",
  },
  {
    area: "early-years",
    other: ["phonics-and-early-reading"],
    focus: ["early-years"],
    why: "The early years leader is new to the post and talk in the provision is thin.",
    wanted: "Adults who extend children’s talk and a clear plan for the outdoor space.",
    objectives: [
      {
        text: "Adults’ talk with children moves up a step on the rubric",
        measure: "lesson-visit",
        gain: 1,
      },
      {
        text: "More children reach the expected standard in phonics a year on",
        measure: "phonics-expected",
        gain: 4,
      },
    ],
    seen: "Two hours in Reception, indoors and out, with the early years leader",
  },
  {
    area: "reading",
    other: ["disadvantaged-pupils"],
    focus: ["achievement"],
    why: "Pupils read fluently by Year 3 and lose ground after that; few read for themselves.",
    wanted: "A reading lesson that builds comprehension, and books that pupils choose.",
    objectives: [
      {
        text: "More pupils reach the expected standard in reading, writing and maths",
        measure: "ks2-rwm-expected",
        gain: 5,
      },
      { text: "Pupils say that they like reading", measure: "survey-scale", gain: 0.6 },
    ],
    seen: "Reading lessons in Years 4 and 6 and the library at lunchtime",
  },
  {
    area: "curriculum-sequencing",
    other: ["humanities"],
    focus: ["curriculum-and-teaching"],
    why: "Subjects beyond English and maths are taught as topics and pupils remember little of them.",
    wanted: "A sequence in history and geography that mixed-age classes can follow.",
    objectives: [
      { text: "Pupils recall what they were taught", measure: "work-scrutiny", gain: 1 },
      { text: "Lessons build on the one before", measure: "lesson-visit", gain: 1 },
    ],
    seen: "Curriculum plans, pupils’ books from two years, and a talk with subject leaders",
  },
  {
    area: "attendance",
    other: ["parental-engagement"],
    focus: ["attendance-and-behaviour"],
    why: "Persistent absence has stayed high since the long closures, most of all among families new to the town.",
    wanted: "A first-day routine that works and fewer pupils missing one day in ten.",
    objectives: [
      { text: "Fewer pupils are persistently absent", measure: "persistent-absence", gain: -3 },
      { text: "Attendance rises", measure: "attendance", gain: 0.8 },
    ],
    seen: "The register at nine, calls home, and the cases of the ten most absent pupils",
  },
  {
    area: "disadvantaged-pupils",
    other: ["attendance"],
    focus: ["inclusion", "achievement"],
    why: "The gap between pupils with free meals and the others has widened for three years.",
    wanted: "A pupil-premium plan that staff can recite and that changes lessons.",
    objectives: [
      {
        text: "More pupils reach the expected standard in reading, writing and maths",
        measure: "ks2-rwm-expected",
        gain: 4,
      },
      {
        text: "Teachers check the understanding of pupils with free meals first",
        measure: "lesson-visit",
        gain: 1,
      },
    ],
    seen: "Six lessons with an eye on pupils with free meals, and the pupil-premium plan",
  },
  {
    area: "send",
    other: ["ehc-plans"],
    focus: ["inclusion"],
    why: "The number of plans has doubled in three years and teaching assistants carry too much of the teaching.",
    wanted: "Teachers who adapt lessons themselves and targets that are reviewed each term.",
    objectives: [
      { text: "Lessons are adapted for pupils with plans", measure: "lesson-visit", gain: 1 },
      { text: "Parents of pupils with plans feel heard", measure: "survey-scale", gain: 0.5 },
    ],
    seen: "Four lessons, eight plans beside pupils’ work, and the provision map",
  },
];
