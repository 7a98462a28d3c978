import "../../look/record.scss";
import { createUniqueId, For, Show } from "solid-js";
import { Tag, type TagColour } from "../status/tag.tsx";

export type Task = {
  readonly title: string;
  readonly href?: string | undefined;
  readonly hint?: string | undefined;
  readonly status: { readonly text: string; readonly colour?: TagColour };
};

/** Things to do, in any order, each with how far it is. */
export function TaskList(props: { tasks: readonly Task[] }) {
  const id = createUniqueId();
  return (
    <ul class="govuk-task-list">
      <For each={props.tasks}>
        {(task, index) => (
          <li
            class="govuk-task-list__item"
            classList={{ "govuk-task-list__item--with-link": task.href !== undefined }}
          >
            <div class="govuk-task-list__name-and-hint">
              <Show when={task.href} fallback={<div>{task.title}</div>}>
                <a
                  class="govuk-link govuk-task-list__link"
                  href={task.href}
                  aria-describedby={`${id}-${index()}`}
                >
                  {task.title}
                </a>
              </Show>
              <Show when={task.hint}>
                <div class="govuk-task-list__hint">{task.hint}</div>
              </Show>
            </div>
            <div class="govuk-task-list__status" id={`${id}-${index()}`}>
              <Show when={task.status.colour} fallback={task.status.text}>
                {(colour) => <Tag colour={colour()}>{task.status.text}</Tag>}
              </Show>
            </div>
          </li>
        )}
      </For>
    </ul>
  );
}
