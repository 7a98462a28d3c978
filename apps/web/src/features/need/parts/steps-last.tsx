import { toId, type PersonId } from "@alongside/domain/identity";
import type { Wish } from "@alongside/domain/need";
import { Check, InsetText, Radios, TextArea } from "../../../ui/index.ts";
import type { NeedChoices, NeedPage } from "../data.ts";
import { asChoices } from "./choices.ts";
import { WishFields, noWish, type WishRow } from "./wish-fields.tsx";
import { WriteForm, type StepProps } from "./write-form.tsx";

const rowsOf = (need: NeedPage, wishes: readonly Wish[] | undefined): readonly WishRow[] => {
  const rows = (wishes ?? []).map(({ leader, privateReason }) => ({
    leader: { id: leader, label: need.names[leader] ?? "Someone who has left" },
    reason: privateReason,
  }));
  return rows.length === 0 ? [noWish] : rows;
};

const wishesOf = (rows: readonly WishRow[]) =>
  rows.flatMap(({ leader, reason }) =>
    leader === undefined ? [] : [{ leader: toId<PersonId>(leader.id), privateReason: reason }],
  );

/** Leaders to ask first, leaders to leave out, and whether the own trust is welcome. */
export function WishesStep(props: StepProps) {
  return (
    <WriteForm
      {...props}
      step="wishes"
      lead="You can leave all of this empty. Leaders never see it."
      initial={{
        preferred: rowsOf(props.need, props.need.ask.preferred),
        avoided: rowsOf(props.need, props.need.ask.avoided),
        sameTrustWelcome: props.need.ask.sameTrustWelcome ?? false,
      }}
      check={() => ({})}
      toChanges={({ preferred, avoided, sameTrustWelcome }) => ({
        preferred: wishesOf(preferred),
        avoided: wishesOf(avoided),
        sameTrustWelcome,
      })}
    >
      {(form) => (
        <>
          <WishFields
            legend="Leaders you would like"
            hint="Type a name or a school. Up to 3."
            area={props.area}
            urn={props.need.school.urn}
            {...form.field("preferred")}
          />
          <WishFields
            legend="Leaders you would rather not have"
            hint="They are left out. Only the coordinator can read your reason, and reading it is recorded."
            area={props.area}
            urn={props.need.school.urn}
            {...form.field("avoided")}
          />
          <Check
            label="Leaders of our own trust are welcome"
            hint="Without this, they are left out."
            {...form.field("sameTrustWelcome")}
          />
        </>
      )}
    </WriteForm>
  );
}

/** Where the money would come from. */
export function FundingStep(props: StepProps & { readonly choices: NeedChoices }) {
  return (
    <WriteForm
      {...props}
      step="funding"
      initial={{ fundingSource: props.need.ask.fundingSource ?? "" }}
      check={({ fundingSource }) => ({
        fundingSource: fundingSource === "" ? "Choose who would pay" : undefined,
      })}
      toChanges={({ fundingSource }) => (fundingSource === "" ? {} : { fundingSource })}
    >
      {(form) => (
        <Radios
          label="Who would pay for the support?"
          hint="As far as you know today. The agreement sets out the costs before anyone signs."
          choices={asChoices(props.choices.lists["funding-source"] ?? [], [
            props.need.ask.fundingSource ?? "",
          ])}
          {...form.field("fundingSource")}
        />
      )}
    </WriteForm>
  );
}

/** Who sees what, step by step, and what only the coordinator may read. */
export function SharingStep(props: StepProps) {
  return (
    <WriteForm
      {...props}
      step="sharing"
      initial={{ sensitiveNote: props.need.ask.sensitiveNote ?? "" }}
      check={() => ({})}
      toChanges={({ sensitiveNote }) => ({ sensitiveNote })}
    >
      {(form) => (
        <>
          <InsetText>
            <ul class="govuk-list govuk-list--bullet">
              <li>Until you send it, only your school sees this draft.</li>
              <li>Once sent, the coordinator and the partnership’s officers see it.</li>
              <li>
                Leaders on a shortlist see the phase, the zone and the focus, never your name.
              </li>
              <li>The leader who accepts, and their head, see the need with your name.</li>
            </ul>
            <p class="govuk-body">The need’s page always says who can see what.</p>
          </InsetText>
          <TextArea
            label="Is there anything only the coordinator should know?"
            hint="For example, a change of head that is not public. No leader ever sees it, and every reading is recorded."
            optional
            limit={2000}
            {...form.field("sensitiveNote")}
          />
        </>
      )}
    </WriteForm>
  );
}
