import { toNeedId } from "@alongside/domain/need";
import type { IsoDate } from "@alongside/domain/school";
import { leadersOn, type DemonstrationLeader } from "../leader/index.ts";
import { groupOf, schoolsInNeed } from "../person/choice.ts";
import { signIns } from "../person/index.ts";
import { at } from "../random.ts";
import type { SchoolPlan } from "../school/index.ts";
import { leadershipThemes, secondaryThemes, specialThemes } from "../words/themes-other.ts";
import { primaryThemes } from "../words/themes-primary.ts";
import type { Theme } from "../words/theme.ts";
import type { Casting } from "./cast.ts";
import { inFlightTerm } from "./capacity.ts";
import { candidatesFor, loadBook, type LoadBook } from "./eligibility.ts";
import { coordinatorOf, schoolActorOf } from "./roles.ts";
import { script, type Scene } from "./script.ts";
import { termFromNow } from "./term.ts";

const subjectsFor = (plan: SchoolPlan): readonly Theme[] => {
  const group = groupOf(plan);
  if (group === "special") return specialThemes;
  return group === "secondary" ? secondaryThemes : primaryThemes;
};

/** Nobody in the area leads in these: the needs that show as cold spots. */
const coldThemeFor = (plan: SchoolPlan): Theme => ({
  ...at(subjectsFor(plan), 0),
  area: groupOf(plan) === "primary" ? "eal" : "design-and-technology",
  other: [],
  why: "Nobody in the area has come forward in this field yet.",
});

/** Two scenes before a duplicate stands the need that it repeats. Every fifth need is about leadership; the others turn through the subjects of the phase. */
const themesFor = (plan: SchoolPlan, position: number): readonly Theme[] => {
  const subjects = subjectsFor(plan);
  const turned = subjects.map((_, step) => at(subjects, (position + step) % subjects.length));
  const leading = at(leadershipThemes, position % leadershipThemes.length);
  return position % 5 === 2 ? [leading, ...turned] : [...turned, leading];
};

const signInLeaderId = signIns.find(({ role }) => role === "leader")?.personId;

const noOffer = new Set<Scene["stage"]>([
  "draft",
  "submitted",
  "submitted-urgent",
  "questioned",
  "on-hold",
  "cold-spot",
  "duplicate",
  "withdrawn",
]);
const endsWithoutLeader = new Set<Scene["stage"]>(["open", "unmet", "escalated"]);

/** How many leaders a scene needs: one for each setback, and the one of the last offer. */
const offersOf = ({ stage, setbacks }: Scene): number => {
  if (noOffer.has(stage)) return 0;
  return setbacks.length + (endsWithoutLeader.has(stage) ? 0 : 1);
};

const bandOf = ({ school, stage }: Scene): Casting["band"] => {
  if (stage === "submitted-urgent" || (school < 2 && stage === "active")) return 1;
  if (school < 8 || school === 25 || school === 31) return 2;
  return school % 4 === 0 ? 4 : 3;
};

const halfDaysByBand = { 1: 12, 2: 10, 3: 8, 4: 6 } as const;
const halfDaysFor = (band: Casting["band"], position: number): number =>
  halfDaysByBand[band] - (position % 2) * 2;

/** The one agreement that grew by a day while it ran. */
export const isAmended = ({ school, stage }: Scene): boolean => stage === "active" && school === 1;
const reserveOf = (scene: Scene): number => (isAmended(scene) ? 2 : 0);

/** Picks the leaders of a scene for one theme; fewer than asked for means that the theme does not work. */
const pick = (
  scene: Scene,
  candidates: readonly DemonstrationLeader[],
): readonly DemonstrationLeader[] => {
  const needed = offersOf(scene);
  if (!scene.forSignIn) return candidates.slice(0, needed);
  const wanted = candidates.find(({ personId }) => personId === signInLeaderId);
  const others = candidates.filter((leader) => leader !== wanted).slice(0, needed - 1);
  return wanted === undefined ? [] : [...others, wanted];
};

/** The neighbourhood of a scene that stays the same whatever it is about. */
const settingOf = (scene: Scene, position: number, today: IsoDate) => {
  const plan = at(schoolsInNeed, scene.school);
  const band = bandOf(scene);
  return {
    plan,
    band,
    halfDays: halfDaysFor(band, position),
    term: scene.term === null ? inFlightTerm(today) : termFromNow(today, scene.term),
    today,
  };
};

const cast = (
  scene: Scene,
  position: number,
  from: {
    readonly today: IsoDate;
    readonly leaders: readonly DemonstrationLeader[];
    readonly book: LoadBook;
  },
): Casting => {
  const setting = settingOf(scene, position, from.today);
  const themes =
    scene.stage === "cold-spot"
      ? [coldThemeFor(setting.plan)]
      : themesFor(setting.plan, scene.stage === "duplicate" ? position - 2 : position);
  const key = String(position + 1).padStart(3, "0");
  for (const theme of themes) {
    const question = { ...setting, theme };
    const chosen = pick(scene, candidatesFor(question, from.leaders, from.book));
    if (chosen.length < offersOf(scene)) continue;
    for (const leader of chosen) {
      from.book.add(leader, { ...question, halfDays: question.halfDays + reserveOf(scene) });
    }
    const endsWithLeader = offersOf(scene) > scene.setbacks.length;
    return {
      needId: toNeedId(`need-${key}`),
      key,
      position,
      scene,
      plan: setting.plan,
      theme,
      band: setting.band,
      halfDays: setting.halfDays,
      term: setting.term,
      leader: endsWithLeader ? (chosen.at(-1) ?? null) : null,
      setbackLeaders: chosen.slice(0, scene.setbacks.length),
      schoolActor: schoolActorOf(setting.plan),
      coordinatorId: coordinatorOf(setting.plan),
    };
  }
  throw new Error(`Nobody can take scene ${position} (${scene.stage}) on ${from.today}`);
};

/** Every need with its school, its theme and its leaders. Scenes of the leader who signs in are cast before the others. */
export const castingsOn = (today: IsoDate): readonly Casting[] => {
  const from = { today, leaders: leadersOn(today), book: loadBook() };
  const [first, rest] = [true, false].map((forSignIn) =>
    script.flatMap((scene, position) =>
      scene.forSignIn === forSignIn ? [cast(scene, position, from)] : [],
    ),
  );
  return [...(first ?? []), ...(rest ?? [])].toSorted(
    (one, other) => one.position - other.position,
  );
};
