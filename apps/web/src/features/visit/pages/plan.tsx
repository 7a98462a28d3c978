import { usualStart } from "@alongside/domain/visit";
import { useNavigate, useParams } from "@solidjs/router";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { toDateWords } from "../../../lib/words.ts";
import { announce, BackLink, createForm, Form, noDate, Page } from "../../../ui/index.ts";
import { workAddress } from "../addresses.ts";
import { useVisitAct, useVisitPlan, type VisitPlan } from "../data.ts";
import { faultsOfWhen, toWhen, WhenFields, type When } from "../parts/when-fields.tsx";
import { toLength } from "../words.ts";

const leadOf = ({ allowance }: VisitPlan): string =>
  allowance === null
    ? "The agreement is not in force yet."
    : `${toLength(allowance.leftHalfDays)} left to plan, from ${toDateWords(allowance.from)} to ${toDateWords(allowance.to)}. Both sides get an invitation for their calendars.`;

function Planning(props: { area: string; plan: VisitPlan }) {
  const navigate = useNavigate();
  const act = useVisitAct();
  const key = crypto.randomUUID();
  const back = () => workAddress(props.area, props.plan.deploymentId, "visits");
  const form = createForm<When>({
    initial: { date: noDate, startsAt: usualStart, length: "2" },
    check: faultsOfWhen,
    submit: async (when) => {
      const { deploymentId } = props.plan;
      const given = { area: props.area, deploymentId, ...toWhen(when), key };
      const outcome = await act(() => api.visit.plan.mutate(given));
      if (outcome.done) {
        announce("The visit was planned");
        navigate(back());
      }
      return outcome;
    },
  });
  return (
    <Page
      title="Plan a visit"
      caption={`${props.plan.leader.name} for ${props.plan.school.name}`}
      lead={leadOf(props.plan)}
      before={<BackLink href={back()} />}
      error={form.problems().length > 0}
    >
      <Form form={form} submitLabel="Plan the visit">
        <WhenFields form={form} />
      </Form>
    </Page>
  );
}

/** A visit within what was agreed: the day, the time and the length. */
export function PlanVisit() {
  const slug = useAreaSlug();
  const params = useParams();
  const plan = useVisitPlan(() => ({ area: slug(), deploymentId: params["deployment"] ?? "" }));
  return (
    <Loaded query={plan} what="Loading the agreement">
      {(known) => <Planning area={slug()} plan={known()} />}
    </Loaded>
  );
}
