import "../../../look/capacity.scss";
import { phases } from "@alongside/domain/school";
import { Checkboxes, Details, TextField, type Choice, type FormState } from "../../../ui/index.ts";
import { phaseWords } from "../../school/words.ts";
import type { Answers } from "../answers.ts";
import type { CapacityChoices } from "../data.ts";
import { weekdayChoices } from "../words.ts";
import { AreaFields } from "./area-fields.tsx";
import { BlackoutFields } from "./blackout-fields.tsx";

type Fields = { form: FormState<Answers>; choices: CapacityChoices };

const phaseChoices = phases.map((phase) => ({ value: phase as string, label: phaseWords[phase] }));

/** What can be chosen, and what was chosen before it was retired. */
const listed = (
  choices: CapacityChoices,
  list: string,
  chosen: readonly string[],
): readonly Choice[] =>
  (choices.lists[list] ?? [])
    .filter(({ code, isRetired }) => !isRetired || chosen.includes(code))
    .map(({ code, label, help }) => ({
      value: code,
      label,
      ...(help === null ? {} : { hint: help }),
    }));

function HowMany(props: Fields) {
  return (
    <>
      <TextField
        label="How many days in the term?"
        hint="In whole or half days: 6 or 2.5"
        inputMode="decimal"
        width={4}
        suffix="days"
        {...props.form.field("days")}
      />
      <div class="a-date-row">
        <TextField
          label="At most before half-term"
          hint="Leave blank if all of them could be"
          optional
          inputMode="decimal"
          width={4}
          suffix="days"
          {...props.form.field("early")}
        />
        <TextField
          label="At most after half-term"
          hint="Leave blank if all of them could be"
          optional
          inputMode="decimal"
          width={4}
          suffix="days"
          {...props.form.field("late")}
        />
      </div>
    </>
  );
}

function WhereAndWhen(props: Fields) {
  const zones = () =>
    props.choices.zones.map(({ id, name }) => ({ value: id as string, label: name }));
  return (
    <>
      <Checkboxes
        label="Which days of the week?"
        small
        choices={weekdayChoices}
        {...props.form.field("weekdays")}
      />
      <BlackoutFields {...props.form.field("blackouts")} />
      <Checkboxes label="Which zones?" small choices={zones()} {...props.form.field("zones")} />
      <div class="a-date-row">
        <TextField
          label="How far, at most?"
          inputMode="numeric"
          width={4}
          suffix="km"
          {...props.form.field("km")}
        />
        <TextField
          label="How many schools at once?"
          inputMode="numeric"
          width={3}
          suffix="schools"
          {...props.form.field("schools")}
        />
      </div>
    </>
  );
}

/** Everything that goes with a yes or a maybe. What seldom changes from term to term comes last. */
export function DaysFields(props: Fields) {
  return (
    <>
      <HowMany {...props} />
      <AreaFields entries={props.choices.lists["expertise"] ?? []} {...props.form.field("areas")} />
      <WhereAndWhen {...props} />
      <Checkboxes
        label="Which phases?"
        small
        choices={phaseChoices}
        {...props.form.field("phases")}
      />
      <Checkboxes
        label="How do you like to work?"
        small
        choices={listed(props.choices, "work-mode", props.form.values().modes)}
        {...props.form.field("modes")}
      />
      <Details summary="Who sees this?">
        <p class="govuk-body">
          The coordinators and officers of your area, your head and, if one looks after your days,
          your organisation. Schools see you only when you are suggested to them.
        </p>
      </Details>
    </>
  );
}
