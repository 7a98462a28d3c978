import type { JSX } from "solid-js";
import { pageIn } from "../address.ts";
import { ListLine } from "./list-line.tsx";
import { pagesOf } from "./pages.ts";
import { Pagination } from "./pagination.tsx";

type ResultsProps = {
  /** What the filters leave, in words: '23 schools'. The page is added where there are several. */
  text: string;
  /** How many there are on all pages. */
  total: number;
  /** How many a page holds. */
  size: number;
  /** The address's query: `location.search`. */
  search: string;
  /** What can be done with the list: beside its line. */
  acts?: JSX.Element;
  children: JSX.Element;
};

/** What the filters leave: how many and which page, what can be done with them, the rows, and the way to other pages. */
export function Results(props: ResultsProps) {
  const pages = () => pagesOf(props.total, props.size);
  const page = () => pageIn(props.search);
  const line = () => (pages() === 1 ? props.text : `${props.text}, page ${page()} of ${pages()}`);
  return (
    <>
      <ListLine text={line()}>{props.acts}</ListLine>
      {props.children}
      <Pagination page={page()} pages={pages()} search={props.search} />
    </>
  );
}
