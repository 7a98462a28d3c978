import type { Actor } from "../identity/actor.ts";
import type { PersonId } from "../identity/identity.ts";
import { accepted, refused, type Result } from "../result/index.ts";
import type { IsoDate } from "../school/index.ts";
import { mayKeepBody, type BodyPlace } from "./body.ts";

export const actionStates = ["open", "done", "dropped"] as const;
export type ActionState = (typeof actionStates)[number];

/** Something that a meeting asked of somebody. `closedOn` is the day on which it was done or dropped. */
export type Action = {
  readonly state: ActionState;
  readonly ownerId: PersonId;
  readonly dueOn: IsoDate;
  /** The day of the meeting that set it. */
  readonly setOn: IsoDate;
  readonly closedOn: IsoDate | null;
};

export type ActionRefusal =
  /** It was done or dropped before. */
  { readonly kind: "action-closed"; readonly state: ActionState };

/** Ends an action, with a note; what was ended is not ended again. */
export const closeAction = (
  action: Action,
  to: { readonly state: Exclude<ActionState, "open">; readonly on: IsoDate },
): Result<Action, ActionRefusal> =>
  action.state === "open"
    ? accepted({ ...action, state: to.state, closedOn: to.on })
    : refused({ kind: "action-closed", state: action.state });

/** Open after its day. */
export const isOverdue = ({ state, dueOn }: Action, today: IsoDate): boolean =>
  state === "open" && dueOn < today;

/**
 * Whether an action of an earlier meeting stands on the agenda of a meeting: it was set before, and nobody had ended it
 * by that day. So it comes again at each meeting until it is done or dropped.
 */
export const isCarriedTo = ({ setOn, closedOn }: Action, meetingOn: IsoDate): boolean =>
  setOn < meetingOn && (closedOn === null || closedOn >= meetingOn);

/** An action is ended by its owner, or by those who keep the body's papers. */
export const mayCloseAction = (
  actor: Actor,
  place: BodyPlace,
  { ownerId }: Pick<Action, "ownerId">,
): boolean => (actor.kind === "person" && actor.personId === ownerId) || mayKeepBody(actor, place);
