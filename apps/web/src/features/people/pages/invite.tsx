import { useNavigate } from "@solidjs/router";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { createForm, Form, Page, TextField } from "../../../ui/index.ts";
import { sending } from "../../session/sending.ts";
import { useChoices, usePeopleRefresh, type Choices } from "../data.ts";
import { PeopleTrail } from "../parts/people-trail.tsx";
import { checkRole, grantOf, noRole, RoleFields } from "../parts/role-fields.tsx";
import { say } from "../parts/said.tsx";

function InviteForm(props: { choices: Choices }) {
  const slug = useAreaSlug();
  const navigate = useNavigate();
  const refresh = usePeopleRefresh();
  const form = createForm({
    initial: { email: "", name: "", ...noRole },
    check: (values) => ({
      email: values.email.trim() === "" ? "Enter an e-mail address" : undefined,
      ...checkRole(values),
    }),
    submit: ({ email, name, ...role }) =>
      sending(
        async () => {
          const grant = grantOf(role, props.choices.rolesOnBehalf);
          await api.invitation.send.mutate({ area: slug(), email, name, ...grant });
          await refresh();
          say(`Invitation sent to ${email.trim()}`);
          navigate(inArea(slug(), "/people/invitations"));
        },
        { "already-exists": "email", "role-not-yours-to-give": "role" },
        {
          "already-exists": "This address is invited to that part already, or plays it",
          "role-not-yours-to-give": "You cannot give that role there",
        },
      ),
  });
  return (
    <Form form={form} submitLabel="Send the invitation">
      <TextField
        label="E-mail address"
        hint="The invitation works for this address alone"
        type="email"
        autocomplete="off"
        spellcheck={false}
        {...form.field("email")}
      />
      <TextField label="Name (optional)" autocomplete="off" {...form.field("name")} />
      <RoleFields
        area={slug()}
        choices={props.choices}
        values={form.values()}
        bounds={{
          role: form.field("role"),
          zoneId: form.field("zoneId"),
          urn: form.field("urn"),
          organisationId: form.field("organisationId"),
          mayActOnBehalf: form.field("mayActOnBehalf"),
        }}
      />
    </Form>
  );
}

/** Invites one person to one part in one place. */
export function InvitePerson() {
  const slug = useAreaSlug();
  const choices = useChoices(slug);
  return (
    <Page
      title="Invite someone"
      lead="They get a mail with a link that works for 14 days, once."
      before={<PeopleTrail area={slug()} />}
    >
      <Loaded query={choices} what="Loading the roles">
        {(given) => <InviteForm choices={given()} />}
      </Loaded>
    </Page>
  );
}
