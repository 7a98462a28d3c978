import type { Theme } from "./theme.ts";

/** Leadership and governance: asked for in schools of every phase. */
export const leadershipThemes: readonly Theme[] = [
  {
    area: "new-head-mentoring",
    other: ["whole-school-leadership"],
    focus: ["leadership-and-governance"],
    why: "The head is in the first year and would value someone outside the school to think with.",
    wanted: "A head who has a clear first-year plan and holds to it.",
    objectives: [
      {
        text: "Staff say that they know where the school is going",
        measure: "survey-scale",
        gain: 0.6,
      },
      { text: "Fewer staff leave than last year", measure: "staff-retention", gain: 5 },
    ],
    seen: "A learning walk with the head and the agenda of the last leadership meeting",
  },
  {
    area: "whole-school-leadership",
    other: ["curriculum-leadership"],
    focus: ["leadership-and-governance", "curriculum-and-teaching"],
    why: "Two of the four senior posts changed hands this year and monitoring has lapsed.",
    wanted: "Middle leaders who check, report and put right without being asked.",
    objectives: [
      {
        text: "Monitoring by middle leaders moves up a step on the rubric",
        measure: "work-scrutiny",
        gain: 1,
      },
      { text: "Staff say that leaders listen", measure: "survey-scale", gain: 0.5 },
    ],
    seen: "Joint monitoring with three middle leaders and the improvement plan",
  },
  {
    area: "governance",
    other: ["business-and-finance"],
    focus: ["leadership-and-governance"],
    why: "Three vacancies on the board and minutes that record information and no challenge.",
    wanted: "A full board that asks questions of results and spending.",
    objectives: [
      { text: "Minutes show challenge at every meeting", measure: "work-scrutiny", gain: 1 },
      { text: "Governors feel ready for the task", measure: "survey-scale", gain: 0.6 },
    ],
    seen: "A meeting of the governing board and the minutes of the last three",
  },
];

export const secondaryThemes: readonly Theme[] = [
  {
    area: "behaviour",
    other: ["attendance"],
    focus: ["attendance-and-behaviour"],
    why: "Suspensions rose by a third and the same forty pupils account for most of them.",
    wanted: "Calm corridors and a way back into lessons that works.",
    objectives: [
      { text: "Fewer suspensions per hundred pupils", measure: "suspensions", gain: -3 },
      { text: "Lessons start calmly", measure: "lesson-visit", gain: 1 },
    ],
    seen: "Change of lessons, two hours of duty and the room for pupils sent out",
  },
  {
    area: "teaching-and-learning",
    other: ["early-career-teachers-and-trainees"],
    focus: ["curriculum-and-teaching"],
    why: "A third of the staff are in their first three years and questioning rarely goes beyond recall.",
    wanted: "A shared way of checking understanding in every subject.",
    objectives: [
      {
        text: "Checking for understanding moves up a step on the rubric",
        measure: "lesson-visit",
        gain: 1,
      },
      { text: "Attainment 8 rises", measure: "ks4-attainment-8", gain: 1.5 },
    ],
    seen: "Ten short visits to lessons with the lead for teaching",
  },
  {
    area: "english",
    other: ["reading"],
    focus: ["achievement"],
    why: "English results trail maths by half a grade and the department has had three leaders in four years.",
    wanted: "A settled department and extended writing that is marked alike.",
    objectives: [
      {
        text: "More pupils gain grade 5 in English and maths",
        measure: "ks4-basics-5-plus",
        gain: 4,
      },
      { text: "Extended writing moves up a step on the rubric", measure: "work-scrutiny", gain: 1 },
    ],
    seen: "English lessons in Years 8 and 10 and the marking of one mock paper",
  },
  {
    area: "maths",
    other: ["assessment"],
    focus: ["achievement"],
    why: "Pupils of middle attainment fall back between Years 9 and 11.",
    wanted:
      "Fewer pupils who leave without a pass and a curriculum that repeats what is forgotten.",
    objectives: [
      {
        text: "More pupils gain grade 5 in English and maths",
        measure: "ks4-basics-5-plus",
        gain: 4,
      },
      { text: "Homework is done and marked", measure: "work-scrutiny", gain: 1 },
    ],
    seen: "Maths lessons in Years 9 and 11 and books of pupils of middle attainment",
  },
  {
    area: "attendance",
    other: ["parental-engagement"],
    focus: ["attendance-and-behaviour"],
    why: "One pupil in three in Year 10 misses a day a fortnight or more.",
    wanted: "Form tutors who know why, and a plan for each of the most absent.",
    objectives: [
      { text: "Fewer pupils are persistently absent", measure: "persistent-absence", gain: -4 },
      { text: "Attendance rises", measure: "attendance", gain: 1 },
    ],
    seen: "Tutor time, the attendance meeting and eight cases",
  },
];

export const specialThemes: readonly Theme[] = [
  {
    area: "semh",
    other: ["behaviour"],
    focus: ["inclusion", "attendance-and-behaviour"],
    why: "Incidents have risen since numbers grew and new staff lack confidence.",
    wanted: "One way of calming and one way of recording, used by everyone.",
    objectives: [
      { text: "Staff feel confident in a crisis", measure: "survey-scale", gain: 0.7 },
      { text: "Attendance rises", measure: "attendance", gain: 1 },
    ],
    seen: "Three classes, the record of incidents and a briefing of staff",
  },
  {
    area: "autism",
    other: ["ehc-plans"],
    focus: ["inclusion", "curriculum-and-teaching"],
    why: "The new base has opened with staff from mainstream who ask for training.",
    wanted: "Routines and visual timetables that every pupil in the base can follow.",
    objectives: [
      {
        text: "Lessons in the base move up a step on the rubric",
        measure: "lesson-visit",
        gain: 1,
      },
      { text: "Parents say that their child is settled", measure: "survey-scale", gain: 0.6 },
    ],
    seen: "A morning in the base and the handover with families",
  },
];
