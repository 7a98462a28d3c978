import { api } from "../../../lib/api.ts";
import { announce, PlainButton } from "../../../ui/index.ts";
import { useNeedAct } from "../data.ts";

/** Keeps an eye on a need, or no longer. */
export function WatchButton(props: {
  area: string;
  need: { readonly id: string; readonly isWatched: boolean | null };
  about: string;
}) {
  const act = useNeedAct();
  const isWatched = () => props.need.isWatched === true;
  const press = async () => {
    const wanted = !isWatched();
    const { area, need } = props;
    await act(() => api.queue.watch.mutate({ area, id: need.id, isWatched: wanted }));
    announce(wanted ? "On your watch list" : "No longer on your watch list");
  };
  return (
    <PlainButton about={props.about} onPress={() => void press()}>
      {isWatched() ? "Stop watching" : "Watch"}
    </PlainButton>
  );
}
