import "../../../look/board.scss";
import { boardSections, type FigureId, type Named } from "@alongside/domain/board";
import { For, Show } from "solid-js";
import { isFigureId } from "../address.ts";
import type { Question, ShownFigure } from "../data.ts";
import { BoardFigure } from "./figure.tsx";

type SectionsProps = {
  figures: readonly ShownFigure[];
  board: Named;
  area: string;
  question: Question;
  /** Figures that were frozen: there are no files of them as they stood. */
  isKept?: boolean;
};

/** The questions of a board, each with the figures that answer it: on its page and in a pack. */
export function BoardSections(props: SectionsProps) {
  const under = (ids: readonly FigureId[]) =>
    ids.flatMap((id) => props.figures.filter((figure) => figure.id === id));
  return (
    <For each={boardSections}>
      {({ id, title, figures }) => (
        <section class="a-board-section" id={id}>
          <h2 class="govuk-heading-l">{title}</h2>
          <For each={under(figures)}>
            {(figure) => (
              <Show when={isFigureId(figure.id) ? figure.id : undefined}>
                {(figureId) => (
                  <BoardFigure
                    id={figureId()}
                    figure={figure}
                    board={props.board}
                    area={props.area}
                    question={props.question}
                    isKept={props.isKept === true}
                  />
                )}
              </Show>
            )}
          </For>
        </section>
      )}
    </For>
  );
}
