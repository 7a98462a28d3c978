import {
  curlewick,
  larkenmouth,
  plovergate,
  quillmarsh,
  tarrowbridge,
  villages,
  type Settlement,
} from "../geography/settlement.ts";
import { at } from "../random.ts";
import {
  catholicSaints,
  churchSaints,
  pairNames,
  secondaryNames,
  townPrimaries,
} from "../words/school-words.ts";
import type { Kind, SchoolSeed } from "./plan.ts";

const seed =
  (kind: Kind, settlement: Settlement) =>
  (name: string): SchoolSeed => ({
    name,
    kind,
    settlement,
    faith: name.includes("Catholic")
      ? "catholic"
      : name.includes("Church of England")
        ? "church-of-england"
        : "none",
  });

type Share = readonly [settlement: Settlement, from: number, to: number];

const shared = (shares: readonly Share[], names: readonly string[], kind: Kind) =>
  shares.flatMap(([settlement, from, to]) => names.slice(from, to).map(seed(kind, settlement)));

const townSchools = shared(
  [
    [larkenmouth, 0, 15],
    [tarrowbridge, 15, 23],
    [curlewick, 30, 37],
    [plovergate, 23, 28],
    [quillmarsh, 28, 30],
  ],
  townPrimaries.map((name) => `${name} Primary School`),
  "primary",
);

const churchSchools = shared(
  [
    [larkenmouth, 0, 2],
    [tarrowbridge, 2, 4],
    [plovergate, 4, 5],
    [quillmarsh, 5, 6],
    [curlewick, 6, 7],
  ],
  churchSaints.map((name) => `${name} Church of England Primary School`),
  "primary",
);

const catholicSchools = shared(
  [
    [larkenmouth, 0, 3],
    [tarrowbridge, 3, 4],
    [plovergate, 4, 5],
  ],
  catholicSaints.map((name) => `${name} Catholic Primary School`),
  "primary",
);

const churchVillages: readonly string[] = [
  "Kestrelham",
  "Larkenhoe",
  "Marlhope",
  "Ottersley",
  "Windlebeck",
  "Siskinthorpe",
  "Fieldfare End",
];

const villageSchools = villages.map((village) =>
  seed(
    "primary",
    village,
  )(
    churchVillages.includes(village.name)
      ? `${village.name} Church of England Primary School`
      : `${village.name} Primary School`,
  ),
);

const pairTowns = [larkenmouth, larkenmouth, tarrowbridge, curlewick, plovergate];
const pairs = pairNames.flatMap((name, index) => [
  seed("infant", at(pairTowns, index))(`${name} Infant School`),
  seed("junior", at(pairTowns, index))(`${name} Junior School`),
]);

const secondaries = shared(
  [
    [larkenmouth, 0, 5],
    [tarrowbridge, 5, 8],
    [curlewick, 8, 10],
    [plovergate, 10, 12],
    [quillmarsh, 12, 13],
  ],
  secondaryNames,
  "secondary",
);

const others: readonly SchoolSeed[] = [
  seed("nursery", larkenmouth)("Larkenmouth Quay Nursery School"),
  seed("nursery", tarrowbridge)("Tarrowbridge Nursery School"),
  seed("nursery", curlewick)("Curlewick Nursery School"),
  seed("all-through", larkenmouth)("The Lightermen's Academy"),
  seed("all-through", plovergate)("Shingle Bay Academy"),
  seed("sixth-form", larkenmouth)("Larkenmouth Sixth Form College"),
  seed("special", larkenmouth)("Halliard Quay School"),
  seed("special", larkenmouth)("Seapink School"),
  seed("special", tarrowbridge)("Waymeadow School"),
  seed("special", curlewick)("Gritstone Edge School"),
  seed("special", plovergate)("Samphire Bank School"),
  seed("pru", larkenmouth)("The Lockkeeper's House Pupil Referral Unit"),
  seed("alternative-provision", curlewick)("Ladder Yard Academy"),
];

/** The hundred schools that are open, in the order in which their URNs run. */
export const seeds: readonly SchoolSeed[] = [
  ...townSchools,
  ...churchSchools,
  ...catholicSchools,
  ...villageSchools,
  ...pairs,
  ...secondaries,
  ...others,
];
