import { toPounds } from "@alongside/domain/partnership";
import { createSignal, Show } from "solid-js";
import { useAreaSlug } from "../../../app/area.ts";
import { api } from "../../../lib/api.ts";
import { sentenceOf } from "../../../lib/trouble.ts";
import { Loaded } from "../../../lib/loaded.tsx";
import { InsetText, Link, LinkButton, Page, PlainButton, Table, Tag } from "../../../ui/index.ts";
import { useRates, type Rate } from "../data.ts";
import { Said } from "../parts/said.tsx";
import { SetUpTrail, useDone, useMayAdminister, useWay } from "../parts/way.tsx";

function RateActs(props: { rate: Rate; onTrouble: (text: string) => void }) {
  const slug = useAreaSlug();
  const way = useWay();
  const finish = useDone();
  const isRetired = () => props.rate.retiredOn !== null;
  const retire = async () => {
    const { code, version, label } = props.rate;
    try {
      await api.rate.retire.mutate({ area: slug(), code, version, isRetired: !isRetired() });
      await finish(`${label} ${isRetired() ? "retired" : "restored"}`);
    } catch (error) {
      props.onTrouble(sentenceOf(error));
    }
  };
  return (
    <span class="a-acts">
      <Link href={way(`/set-up/rates/entries/${props.rate.code}`)} about={props.rate.label}>
        Change
      </Link>
      <PlainButton about={props.rate.label} onPress={() => void retire()}>
        {isRetired() ? "Restore" : "Retire"}
      </PlainButton>
    </span>
  );
}

export function RateCard() {
  const way = useWay();
  const mayAdminister = useMayAdminister();
  const query = useRates();
  const [trouble, setTrouble] = createSignal<string>();
  return (
    <Loaded query={query} what="Loading the rate card">
      {(found) => (
        <Page
          title="Rate card"
          lead="What a day of support costs. A half-day costs half; the share of it pays for brokering. Agreements that are signed keep their price."
          before={<SetUpTrail />}
        >
          <Said />
          <Show when={trouble()}>
            <div role="alert">
              <InsetText>{trouble()}</InsetText>
            </div>
          </Show>
          <Show when={mayAdminister()}>
            <p class="govuk-body">
              <LinkButton href={way("/set-up/rates/new")}>Add a rate</LinkButton>
            </p>
          </Show>
          <Table
            caption="Rates for a day"
            captionHidden
            rows={found()}
            columns={[
              {
                key: "label",
                header: "Rate",
                rowHeader: true,
                cell: (rate) => (
                  <>
                    {`${rate.label} `}
                    {rate.retiredOn !== null && <Tag colour="grey">Retired</Tag>}
                  </>
                ),
              },
              {
                key: "day",
                header: "A day",
                numeric: true,
                cell: (rate) => toPounds(rate.pencePerDay),
              },
              {
                key: "share",
                header: "Share",
                numeric: true,
                cell: (rate) => `${rate.brokerageShare}%`,
              },
              ...(mayAdminister()
                ? [
                    {
                      key: "acts",
                      header: "Change",
                      numeric: true,
                      cell: (rate: Rate) => <RateActs rate={rate} onTrouble={setTrouble} />,
                    },
                  ]
                : []),
            ]}
          />
        </Page>
      )}
    </Loaded>
  );
}
