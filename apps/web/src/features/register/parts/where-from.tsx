import "../../../look/school.scss";
import { For } from "solid-js";
import { importKinds } from "@alongside/domain/register-import";
import { Details } from "../../../ui/index.ts";
import { kindSources, kindWords } from "../words.ts";

/** Where to get each file. */
export function WhereFrom() {
  return (
    <Details summary="Where to get these files">
      <dl>
        <For each={importKinds}>
          {(kind) => (
            <>
              <dt class="govuk-!-font-weight-bold">{kindWords[kind]}</dt>
              <For each={kindSources[kind]}>
                {(source) => (
                  <dd class="a-where">
                    {`${source.text}, from `}
                    <a
                      class="govuk-link"
                      href={source.href}
                      target="_blank"
                      rel="noreferrer noopener"
                    >
                      {`${source.site} (opens in a new tab)`}
                    </a>
                  </dd>
                )}
              </For>
            </>
          )}
        </For>
      </dl>
      <p class="govuk-body">
        Leave the file as it came: comma-separated, zipped with gzip (.gz) or not. A workbook will
        not be read.
      </p>
    </Details>
  );
}
