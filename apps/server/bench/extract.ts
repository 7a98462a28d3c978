const header =
  '"URN","LA (code)","LA (name)","EstablishmentNumber","EstablishmentName","TypeOfEstablishment (name)","EstablishmentStatus (name)","ReasonEstablishmentOpened (name)","OpenDate","PhaseOfEducation (name)","StatutoryLowAge","StatutoryHighAge","Boarders (name)","OfficialSixthForm (name)","Gender (name)","ReligiousCharacter (name)","AdmissionsPolicy (name)","UKPRN","Street","Locality","Address3","Town","County (name)","Postcode","SchoolWebsite","TelephoneNum","HeadTitle (name)","HeadFirstName","HeadLastName","HeadPreferredJobTitle","GOR (name)","ParliamentaryConstituency (code)","ParliamentaryConstituency (name)"';

const places = [
  "Ashcombe",
  "Brindle",
  "Copthorne",
  "Dunmere",
  "Ellerby",
  "Fenwick",
  "Garside",
  "Holt",
];
const kinds = [
  "Community school",
  "Academy converter",
  "Voluntary aided school",
  "Academy sponsor led",
];
const saints = ["St Anne’s", "St Mark’s", "Holy Trinity", "Hill Top", "Riverside", "The Meadows"];

const pick = (list: readonly string[], turn: number): string => list[turn % list.length] ?? "";

const lineOf = (index: number): string => {
  const place = pick(places, index * 7);
  const kind = pick(kinds, index * 3);
  const secondary = index % 6 === 0;
  const name = `${pick(saints, index)} ${place} ${secondary ? "High" : "Primary"} School ${index}`;
  const cells = [
    `${100_000 + index},"${201 + (index % 153)}","Authority ${index % 153}","${2000 + (index % 7000)}","${name}","${kind}"`,
    `"Open","Not applicable","01-09-${1990 + (index % 35)}","${secondary ? "Secondary" : "Primary"}",${secondary ? "11,16" : "4,11"}`,
    `"No boarders","Does not have a sixth form","Mixed","Does not apply","Not applicable",${10_000_000 + index}`,
    `"${index % 200} School Lane","${place} Green","","${place}","","ZZ${index % 90} ${index % 9}AB"`,
    `"www.school${index}.example","0${1_000_000_000 + index}","","","",""`,
    `"South East","E14${String(index % 600).padStart(6, "0")}","${place} and District"`,
  ];
  return cells.join(",");
};

/** An extract of invented schools in the layout of 33 columns, Windows-1252, as long as asked. */
export const writeExtract = (lines: number): Buffer => {
  const text = [header, ...Array.from({ length: lines }, (_, index) => lineOf(index))].join("\r\n");
  return Buffer.from(text.replaceAll("’", "\u0092"), "latin1");
};
