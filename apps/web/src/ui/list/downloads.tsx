import { Link } from "../button/link.tsx";

/** The address of the workbook beside a CSV: the same list, filtered and sorted the same way. */
export const workbookOf = (csv: string): string => csv.replace(/\.csv(?=\?|$)/, ".xlsx");

/** A list as files to keep: as CSV and as a workbook, from the address of its CSV. */
export function Downloads(props: {
  csv: string;
  /** What the list is, where a page has several. */
  about?: string;
}) {
  return (
    <span class="a-downloads">
      <Link href={props.csv} download about={props.about}>
        Download as CSV
      </Link>
      {" · "}
      <Link href={workbookOf(props.csv)} download about={props.about}>
        Download as XLSX
      </Link>
    </span>
  );
}
