import {
  Badge,
  ButtonRow,
  Clock,
  Columns,
  Details,
  InsetText,
  LinkButton,
  SourceNote,
  SubNavigation,
  SummaryList,
  Tabs,
  Tag,
  Timeline,
  WarningButton,
  WhoActsNext,
} from "../ui/index.ts";

const happenings = [
  {
    title: "Shortlist ready",
    when: "20 November 2026, 2:15pm",
    at: "2026-11-20T14:15:00Z",
    by: "Ada Oyelaran",
    body: <p>Five leaders fit. Two of them have worked with a school like this one.</p>,
  },
  { title: "Need opened", when: "18 November 2026", at: "2026-11-18", by: "Tomasz Brandt" },
  { title: "Need submitted", when: "17 November 2026", at: "2026-11-17", by: "the head" },
];

function Facts() {
  return (
    <>
      <SummaryList
        rows={[
          { term: "Focus", value: "Phonics and early reading", changeHref: "?part=form" },
          { term: "Days", value: "6, in the autumn term", changeHref: "?part=form" },
          { term: "State", value: <Tag>Open</Tag> },
          {
            term: "Goals",
            value: "9 in 10 pupils pass the check in Year 1",
            changeHref: "?part=form",
          },
        ]}
      />
      <SourceNote source="Get Information about Schools" asOf="1 November 2026" />
      <Details summary="Who can see this">
        <p class="govuk-body">
          You, your zone’s coordinator, and leaders on the shortlist without your name.
        </p>
      </Details>
      <InsetText>Your school’s name is shown only to the leader whom you choose.</InsetText>
    </>
  );
}

export function RecordPart() {
  return (
    <>
      <WhoActsNext who="You" what="choose whom to ask" by={<Clock days={3} on="25 November" />} />
      <SubNavigation
        label="This need"
        items={[
          { text: "Overview", href: "?part=record", current: true },
          { text: "Shortlist", href: "?part=record&page=shortlist", current: false },
          { text: "Offers", href: "?part=record&page=offers", current: false },
        ]}
      />
      <Columns kind="main-side">
        <Tabs
          label="About this need"
          tabs={[
            { key: "facts", label: "Facts", panel: Facts },
            { key: "notes", label: "Notes", panel: () => <p class="govuk-body">No notes yet.</p> },
            { key: "files", label: "Files", panel: () => <p class="govuk-body">No files yet.</p> },
          ]}
        />
        <aside aria-label="History">
          <h2 class="govuk-heading-m">What happened</h2>
          <Timeline label="What happened" items={happenings} />
          <p>
            <Badge>Band 2</Badge>
          </p>
        </aside>
      </Columns>
      <ButtonRow>
        <LinkButton href="?part=form">See the shortlist</LinkButton>
        <WarningButton>Withdraw the need</WarningButton>
      </ButtonRow>
    </>
  );
}
