import type { Instant } from "@alongside/domain/calendar";
import type { PersonId } from "@alongside/domain/identity";
import type { Result } from "@alongside/domain/result";
import type { Urn } from "@alongside/domain/school";

/** One thing that was done: by whom (nobody when the clock did it) and for which school, if not one's own. */
export type DemonstrationStep<Command> = {
  readonly by: PersonId | null;
  readonly onBehalfOf: Urn | null;
  readonly command: Command;
};

/** A record as it stands today, and the steps that led there from its beginning. */
export type Told<Beginning, Record, Command> = {
  readonly begunAt: Instant;
  readonly begunBy: Omit<DemonstrationStep<never>, "command">;
  readonly beginning: Beginning;
  readonly steps: readonly DemonstrationStep<Command>[];
  readonly record: Record;
};

export type Machine<State, Command, Event> = {
  readonly decide: (state: State, command: Command) => Result<Event, unknown>;
  readonly evolve: (state: State, event: Event) => State;
};

/** The record after its steps. A step that the rules refuse is a mistake of this package and stops everything. */
export const replay = <State, Command, Event>(
  { decide, evolve }: Machine<State, Command, Event>,
  beginning: State,
  steps: readonly DemonstrationStep<Command>[],
): State =>
  steps.reduce((state, { command }) => {
    const decision = decide(state, command);
    if (decision.ok) return evolve(state, decision.value);
    throw new Error(
      `${JSON.stringify(command)} of ${JSON.stringify(state)}: ${JSON.stringify(decision.refusal)}`,
    );
  }, beginning);
