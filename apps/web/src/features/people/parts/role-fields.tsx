import { Match, Show, Switch } from "solid-js";
import type { Role } from "@alongside/domain/identity";
import { api } from "../../../lib/api.ts";
import { Check, Combobox, Select, type Bound, type ComboboxOption } from "../../../ui/index.ts";
import { roleWords } from "../../session/role-words.ts";
import { useOrganisationChoices, useZoneChoices, type Choices } from "../data.ts";

export type RoleAnswers = {
  readonly role: Role | "";
  readonly zoneId: string;
  readonly urn: ComboboxOption | undefined;
  readonly organisationId: string;
  readonly mayActOnBehalf: boolean;
};

export const noRole: RoleAnswers = {
  role: "",
  zoneId: "",
  urn: undefined,
  organisationId: "",
  mayActOnBehalf: false,
};

const inSchool: readonly string[] = ["head", "school-staff", "leader"];
const inZone = "zone-coordinator";
const inOrganisation: readonly string[] = ["organisation-administrator"];

/** What can be told wrong before it is sent. */
export const checkRole = ({ role, zoneId, urn, organisationId }: RoleAnswers) => ({
  role: role === "" ? "Choose a role" : undefined,
  urn:
    role !== "leader" && inSchool.includes(role) && urn === undefined
      ? "Choose a school"
      : undefined,
  zoneId: role === inZone && zoneId === "" ? "Choose a zone" : undefined,
  organisationId:
    inOrganisation.includes(role) && organisationId.trim() === ""
      ? "Choose an organisation"
      : undefined,
});

/** The answers that belong to the role, as the server takes them. */
export const grantOf = (answers: RoleAnswers, onBehalf: readonly string[]) => {
  const { role, zoneId, urn, organisationId, mayActOnBehalf } = answers;
  if (role === "" || role === "operator") throw new Error("a form without a role was sent");
  return {
    role,
    ...(role === inZone ? { zoneId } : {}),
    ...(inSchool.includes(role) && urn !== undefined ? { urn: Number(urn.id) } : {}),
    ...(inOrganisation.includes(role) ? { organisationId } : {}),
    ...(onBehalf.includes(role) ? { mayActOnBehalf } : {}),
  };
};

/** The fields of a role, out of a form that may hold more than them. */
export type RoleBounds = {
  readonly role: Bound<Role | "">;
  readonly zoneId: Bound<string>;
  readonly urn: Bound<ComboboxOption | undefined>;
  readonly organisationId: Bound<string>;
  readonly mayActOnBehalf: Bound<boolean>;
};

function SchoolField(props: {
  area: string;
  isOptional: boolean;
  bound: Bound<ComboboxOption | undefined>;
}) {
  const search = async (words: string, signal: AbortSignal) => {
    const hits = await api.school.search.query({ area: props.area, words }, { signal });
    return hits.map(({ urn, name, town }) => ({
      id: String(urn),
      label: name,
      detail: [town ?? "", urn].filter((part) => part !== "").join(" · "),
    }));
  };
  return (
    <Combobox
      label={props.isOptional ? "Home school (optional)" : "School"}
      hint="Name, town, postcode or URN"
      noun={["school", "schools"]}
      search={search}
      {...props.bound}
    />
  );
}

/** A role, and the place where it is played. */
export function RoleFields(props: {
  area: string;
  choices: Choices;
  values: RoleAnswers;
  bounds: RoleBounds;
}) {
  const zones = useZoneChoices(() => props.area);
  const organisations = useOrganisationChoices(() => props.area);
  const role = () => props.values.role;
  return (
    <>
      <Select
        label="Role"
        choices={props.choices.roles.map((value) => ({ value, label: roleWords[value] }))}
        {...props.bounds.role}
      />
      <Switch>
        <Match when={inSchool.includes(role())}>
          <SchoolField
            area={props.area}
            isOptional={role() === "leader"}
            bound={props.bounds.urn}
          />
        </Match>
        <Match when={role() === inZone}>
          <Select
            label="Zone"
            choices={(zones.data?.zones ?? []).map(({ value, label }) => ({ value, label }))}
            {...props.bounds.zoneId}
          />
        </Match>
        <Match when={inOrganisation.includes(role())}>
          <Select
            label="Organisation"
            choices={(organisations.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            {...props.bounds.organisationId}
          />
        </Match>
      </Switch>
      <Show when={props.choices.rolesOnBehalf.some((each) => each === role())}>
        <Check
          label="May act on behalf of schools and leaders"
          hint="Every such step is recorded as done on behalf. You can give it only if you have it."
          {...props.bounds.mayActOnBehalf}
        />
      </Show>
    </>
  );
}
