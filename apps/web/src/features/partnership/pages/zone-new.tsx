import { phaseGroups, type PhaseGroup } from "@alongside/domain/partnership";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { createForm, Form, Link, Page, Radios, TextField } from "../../../ui/index.ts";
import { useDone, useWay, ZoneTrail } from "../parts/way.tsx";
import { phaseGroupWords, sending } from "../words.ts";

const nameTaken = "An open zone has this name. Choose another.";

export function NewZone() {
  const slug = useAreaSlug();
  const way = useWay();
  const finish = useDone();
  const initial: { name: string; phaseGroup: PhaseGroup | "" } = { name: "", phaseGroup: "" };
  const form = createForm({
    initial,
    check: (values) => ({
      name: values.name.trim() === "" ? "Enter a name" : undefined,
      phaseGroup: values.phaseGroup === "" ? "Choose the schools that it is for" : undefined,
    }),
    submit: ({ name, phaseGroup }) =>
      sending(
        async () => {
          if (phaseGroup === "") return;
          const { id } = await api.zone.create.mutate({ area: slug(), name, phaseGroup });
          await finish(`${name.trim()} created`, way(`/zones/${id}`));
        },
        { taken: nameTaken },
      ),
  });
  return (
    <Page title="Create a zone" before={<ZoneTrail />} error={form.problems().length > 0}>
      <Form form={form} submitLabel="Create zone" also={<Link href={way("/zones")}>Cancel</Link>}>
        <TextField
          label="Name"
          hint="As people say it, such as North or Harbour"
          {...form.field("name")}
        />
        <Radios
          label="Which schools is it for?"
          hint="A school is in one zone only for each phase. This cannot be changed later."
          choices={phaseGroups.map((value) => ({ value, label: phaseGroupWords[value] }))}
          {...form.field("phaseGroup")}
        />
      </Form>
    </Page>
  );
}
