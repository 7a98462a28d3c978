import type { CodeEntry, CodeList } from "./code-list.ts";

type Area = readonly [code: string, label: string];

const under = (group: string, areas: readonly Area[]): readonly CodeEntry[] =>
  areas.map(([code, label]) => ({ code, label, group }));

/** Areas of expertise on two levels: NCTL's specialisms of 2015 and what areas ask for today. */
export const expertiseAreas: CodeList = {
  id: "expertise",
  label: "Areas of expertise",
  entries: [
    ...under("Leadership and governance", [
      ["whole-school-leadership", "Whole-school leadership"],
      ["new-head-mentoring", "New-head mentoring"],
      ["curriculum-leadership", "Curriculum leadership"],
      ["assessment", "Assessment"],
      ["cpd-leadership", "CPD leadership"],
      ["governance", "Governance"],
      ["business-and-finance", "Business and finance"],
      ["academy-transition", "Academy transition"],
      ["staff-wellbeing-and-retention", "Staff wellbeing and retention"],
      ["safeguarding", "Safeguarding"],
    ]),
    ...under("Achievement by subject and phase", [
      ["early-years", "Early years"],
      ["phonics-and-early-reading", "Phonics and early reading"],
      ["reading", "Reading"],
      ["writing", "Writing"],
      ["maths", "Maths"],
      ["science", "Science"],
      ["english", "English (secondary)"],
      ["humanities", "Humanities (history, geography, RE)"],
      ["languages", "Languages"],
      ["arts", "Arts (art, music, drama)"],
      ["pe", "PE"],
      ["computing", "Computing"],
      ["design-and-technology", "Design and technology"],
      ["pshe-and-citizenship", "PSHE and citizenship"],
      ["post-16", "Post-16"],
    ]),
    ...under("Teaching", [
      ["teaching-and-learning", "Teaching and learning"],
      ["early-career-teachers-and-trainees", "Early-career teachers and trainees"],
      ["curriculum-sequencing", "Curriculum sequencing"],
      ["oracy", "Oracy"],
      ["mixed-age-and-small-schools", "Mixed-age and small schools"],
    ]),
    ...under("Inclusion", [
      ["send", "SEND"],
      ["semh", "SEMH"],
      ["autism", "Autism"],
      ["ehc-plans", "EHC plans"],
      ["eal", "EAL"],
      ["disadvantaged-pupils", "Disadvantaged pupils"],
      ["most-able", "Most able"],
      ["looked-after-children", "Looked-after children"],
    ]),
    ...under("Behaviour and attendance", [
      ["behaviour", "Behaviour"],
      ["attendance", "Attendance"],
      ["personal-development", "Personal development"],
      ["parental-engagement", "Parental engagement"],
    ]),
  ],
};
