import {
  BarChart,
  Button,
  ButtonRow,
  Card,
  Clock,
  Columns,
  LinkButton,
  SourceNote,
  StatTile,
  Tag,
  TaskList,
  Timeline,
} from "../ui/index.ts";

function Tasks() {
  return (
    <TaskList
      tasks={[
        {
          title: "Answer the offer for Larkspur Primary School",
          href: "?part=record",
          hint: "6 days of phonics, autumn term",
          status: { text: "Due tomorrow", colour: "amber" },
        },
        {
          title: "Write the note of Tuesday’s visit",
          href: "?part=form",
          hint: "Hazelmere Academy",
          status: { text: "1 day late", colour: "red" },
        },
        {
          title: "Confirm your days for the spring term",
          href: "?part=form",
          status: { text: "Not started", colour: "grey" },
        },
        { title: "Say how the summer went", status: { text: "Opens in May" } },
      ]}
    />
  );
}

export function HomePart() {
  return (
    <>
      <Columns kind="tiles">
        <StatTile
          label="Waiting for an answer"
          value="4"
          note="1 is late"
          href="?part=list"
          tone="amber"
        />
        <StatTile label="Days left this term" value="12½" unit="of 40" href="?part=list" />
        <StatTile label="Under way" value="9" note="in 8 schools" />
        <StatTile label="Goals met this year" value="67%" note="14 of 21" />
      </Columns>
      <Columns kind="main-side">
        <section>
          <h2 class="govuk-heading-l">What needs you now</h2>
          <Tasks />
          <BarChart
            finding="The north asks for most of the days"
            about="Days asked for this term, by zone. North 42, Coast 18, South 11."
            measure="Days"
            of="Zone"
            bars={[
              { label: "North", value: 42 },
              { label: "Coast", value: 18 },
              { label: "South", value: 11 },
              { label: "Mean of all zones", value: 23.7, quiet: true },
            ]}
            source={<SourceNote source="needs posted in the area" asOf="22 November 2026" />}
          />
        </section>
        <aside aria-label="This week">
          <Card sand>
            <h2 class="govuk-heading-m">Next visit</h2>
            <p class="govuk-body">
              <strong>Thursday 26 November, 9am</strong>
              <br />
              Larkspur Primary School
            </p>
            <p>
              <Clock days={4} on="26 November" what="Visit" />
            </p>
            <ButtonRow>
              <LinkButton href="?part=record">See the brief</LinkButton>
              <Button kind="secondary">Move it</Button>
            </ButtonRow>
          </Card>
          <h2 class="govuk-heading-m">Lately</h2>
          <Timeline
            label="What happened lately"
            items={[
              {
                title: "Offer sent",
                when: "20 November, 2:15pm",
                at: "2026-11-20T14:15:00Z",
                by: "Ada Oyelaran",
              },
              {
                title: "Need opened",
                when: "18 November, 9:02am",
                at: "2026-11-18T09:02:00Z",
                by: "Tomasz Brandt, on behalf of the school",
                body: <Tag>Open</Tag>,
              },
            ]}
          />
        </aside>
      </Columns>
    </>
  );
}
