import { useQueryClient } from "@tanstack/solid-query";
import { createEffect, onCleanup } from "solid-js";
import { isFirstShown } from "./first-shown.ts";

/**
 * Keeps what a page of an area shows up to date, without a reload, for as long as it is shown. What it takes to listen comes once the first
 * page stands.
 */
export const useLive = (area: () => string): void => {
  const queries = useQueryClient();
  createEffect(() => {
    const slug = area();
    if (!isFirstShown()) return;
    let leave: (() => void) | undefined;
    let isOver = false;
    const begin = async () => {
      const { listenTo } = await import("./live-line.ts");
      if (!isOver) leave = listenTo(slug, queries);
    };
    // Away from the network, the next page tries again.
    begin().catch(() => undefined);
    onCleanup(() => {
      isOver = true;
      leave?.();
    });
  });
};
