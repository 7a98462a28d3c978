import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import type { FigureId } from "@alongside/domain/board";
import { api } from "../../lib/api.ts";

export type Board = Awaited<ReturnType<typeof api.board.get.query>>;
export type ShownFigure = Board["figures"][number];
export type BoardRecords = Awaited<ReturnType<typeof api.board.records.query>>;

export type Question = {
  readonly zone?: string | undefined;
  readonly group?: "primary" | "secondary" | "special" | undefined;
  readonly term?: string | undefined;
  readonly body?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

export const useBoard = (given: () => Question & { readonly area: string }) =>
  useQuery(() => ({
    queryKey: ["board", given()],
    queryFn: () => api.board.get.query(given()),
    placeholderData: keepPreviousData,
  }));

export type Place = { readonly figure: FigureId; readonly row: string; readonly column: string };

export const useBoardRecords = (given: () => Question & Place & { readonly area: string }) =>
  useQuery(() => ({
    queryKey: ["board", "records", given()],
    queryFn: () => api.board.records.query(given()),
  }));
