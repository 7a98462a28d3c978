import { useParams } from "@solidjs/router";
import { useAreaSlug } from "../../../app/area.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { Downloads, counted, ListLine } from "../../../ui/index.ts";
import { statementFile } from "../addresses.ts";
import { useStatement } from "../data.ts";
import { LeaderFrame } from "../parts/leader-frame.tsx";
import { MovementTable } from "../parts/movement-table.tsx";

/** Every movement of a leader's days, with who, when and why. */
export function StatementOfDays() {
  const slug = useAreaSlug();
  const params = useParams();
  const query = useStatement(() => ({ area: slug(), personId: params["leader"] ?? "" }));
  return (
    <Loaded query={query} what="Loading the statement">
      {(statement) => (
        <LeaderFrame area={slug()} leader={statement().leader} isSelf={statement().isSelf}>
          <ListLine text={counted(statement().movements.length, "movement")}>
            <Downloads csv={statementFile(slug(), statement().leader.personId)} />
          </ListLine>
          <MovementTable movements={statement().movements} />
        </LeaderFrame>
      )}
    </Loaded>
  );
}
