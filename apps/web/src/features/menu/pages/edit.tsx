import { useNavigate, useParams } from "@solidjs/router";
import { Show, untrack } from "solid-js";
import { inArea, useAreaSlug } from "../../../app/area.ts";
import { NotFound } from "../../../app/not-found.tsx";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import {
  BackLink,
  createForm,
  Form,
  Page,
  Radios,
  Select,
  TextArea,
  TextField,
} from "../../../ui/index.ts";
import { halfDaysOf } from "../../offer/words.ts";
import { useMenu, useMenuAct, usePackage, type Menu, type Package } from "../data.ts";

type Answers = {
  readonly personId: string;
  readonly zoneId: string;
  readonly title: string;
  readonly focus: string;
  readonly days: string;
  readonly includes: string;
};

const check = ({ personId, zoneId, title, focus, days, includes }: Answers) => ({
  personId: personId === "" ? "Choose a leader" : undefined,
  title: title.trim() === "" ? "Enter a title" : undefined,
  focus: focus === "" ? "Choose a focus" : undefined,
  days: halfDaysOf(days) === undefined ? "Enter whole or half days, such as 1.5" : undefined,
  includes: includes.trim() === "" ? "Say what it includes" : undefined,
  zoneId: zoneId === "" ? "Choose a zone" : undefined,
});

const answersFrom = (menu: Menu, given: Package | undefined): Answers => ({
  personId:
    given?.personId ??
    (menu.publishesFor.length === 1 ? (menu.publishesFor[0]?.personId ?? "") : ""),
  zoneId: given?.zoneId ?? "",
  title: given?.title ?? "",
  focus: given?.focus ?? "",
  days: given === undefined ? "" : String(given.halfDays / 2),
  includes: given?.includes ?? "",
});

type Shown = { area: string; menu: Menu; package?: Package | undefined };

const createPackageForm = (props: Shown, back: () => string) => {
  const act = useMenuAct();
  const navigate = useNavigate();
  return createForm<Answers>({
    initial: untrack(() => answersFrom(props.menu, props.package)),
    check,
    submit: async ({ days, personId, ...words }) => {
      const { area, package: old } = props;
      const given = { ...words, area, halfDays: halfDaysOf(days) ?? 0 };
      const outcome = await act(() =>
        old === undefined
          ? api.menu.publish.mutate({ ...given, personId })
          : api.menu.revise.mutate({ ...given, id: old.id, version: old.version }),
      );
      if (outcome.done) navigate(back());
      return outcome;
    },
  });
};

function PackageForm(props: Shown) {
  const back = () => inArea(props.area, "/menu");
  const form = createPackageForm(props, back);
  const isNew = () => props.package === undefined;
  const focuses = () => props.menu.areas.map(({ code, label }) => ({ value: code, label }));
  return (
    <Page
      title={isNew() ? "Publish a package" : "Change a package"}
      lead="The zone is asked to agree; from then on heads can ask for it."
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <div class="a-write">
        <Form form={form} submitLabel={isNew() ? "Publish it" : "Save and ask the zone again"}>
          <Show when={isNew() && props.menu.publishesFor.length > 1}>
            <Select
              label="Whose package is it?"
              choices={[
                { value: "", label: "Choose a leader" },
                ...props.menu.publishesFor.map(({ personId, name }) => ({
                  value: personId,
                  label: name,
                })),
              ]}
              {...form.field("personId")}
            />
          </Show>
          <TextField
            label="Title"
            hint="What a head would call it, such as ‘Phonics health check’"
            {...form.field("title")}
          />
          <Select
            label="Focus"
            choices={[{ value: "", label: "Choose a focus" }, ...focuses()]}
            {...form.field("focus")}
          />
          <TextField label="Days" hint="Such as 1.5" width={5} {...form.field("days")} />
          <TextArea
            label="What it includes"
            hint="Visits, talks, what is left behind"
            limit={500}
            {...form.field("includes")}
          />
          <Radios
            label="In which zone’s menu?"
            small
            choices={props.menu.zones.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.field("zoneId")}
          />
        </Form>
      </div>
    </Page>
  );
}

/** A new package of support, for a zone to agree to. */
export function PublishPackage() {
  const slug = useAreaSlug();
  const menu = useMenu(() => ({ area: slug() }));
  return (
    <Loaded query={menu} what="Loading the menu">
      {(known) => (
        <Show when={known().publishesFor.length > 0} fallback={<NotFound />}>
          <PackageForm area={slug()} menu={known()} />
        </Show>
      )}
    </Loaded>
  );
}

/** A package as it is, to be changed. */
export function RevisePackage() {
  const slug = useAreaSlug();
  const params = useParams();
  const menu = useMenu(() => ({ area: slug() }));
  const one = usePackage(() => ({ area: slug(), id: params["package"] ?? "" }));
  return (
    <Loaded query={menu} what="Loading the menu">
      {(known) => (
        <Loaded query={one} what="Loading the package">
          {(given) => (
            <Show when={given().may.revise} fallback={<NotFound />}>
              <PackageForm area={slug()} menu={known()} package={given()} />
            </Show>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
