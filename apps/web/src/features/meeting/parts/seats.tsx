import type { SeatRole } from "@alongside/domain/meeting";
import { Show } from "solid-js";
import { api } from "../../../lib/api.ts";
import { toDateWords } from "../../../lib/words.ts";
import {
  announce,
  Button,
  Combobox,
  createForm,
  DateTextField,
  Details,
  EmptyState,
  Form,
  isoOfText,
  Select,
  Table,
  type Column,
  type ComboboxOption,
} from "../../../ui/index.ts";
import { useBoardChoices, useMeetingAct, type BodyPage } from "../data.ts";
import { seatWords } from "../words.ts";

type Shown = { area: string; body: BodyPage };
type Seat = BodyPage["seats"][number];

const roles: readonly SeatRole[] = ["chair", "deputy", "clerk", "member"];

const termWords = ({ fromOn, untilOn }: Seat): string =>
  untilOn === null
    ? `Since ${toDateWords(fromOn)}`
    : `${toDateWords(fromOn)} to ${toDateWords(untilOn)}`;

function EndSeat(props: Shown & { seat: Seat }) {
  const act = useMeetingAct();
  const end = async () => {
    const { area, body, seat } = props;
    const outcome = await act(() =>
      api.meeting.endSeat.mutate({ area, id: body.id, seatId: seat.id }),
    );
    announce(outcome.done ? `The seat of ${seat.name} ends today` : "Nothing was changed");
  };
  return (
    <Show when={props.seat.untilOn === null} fallback="">
      <Button kind="secondary" small onPress={() => void end()}>
        {`End the seat of ${props.seat.name}`}
      </Button>
    </Show>
  );
}

const columnsFor = (shown: Shown): readonly Column<Seat>[] => [
  { key: "name", header: "Name", rowHeader: true, cell: (seat) => seat.name },
  { key: "role", header: "Part", cell: (seat) => seatWords[seat.role] },
  { key: "term", header: "Term", cell: termWords },
  ...(shown.body.may.keep
    ? [
        {
          key: "end",
          header: "Change",
          cell: (seat: Seat) => <EndSeat {...shown} seat={seat} />,
        },
      ]
    : []),
];

type Answers = {
  readonly personId: ComboboxOption | undefined;
  readonly role: SeatRole;
  readonly from: string;
  readonly until: string;
};

function GiveSeat(props: Shown) {
  const act = useMeetingAct();
  const choices = useBoardChoices(() => props.area);
  const form = createForm<Answers>({
    initial: { personId: undefined, role: "member", from: "", until: "" },
    check: ({ personId, from, until }) => ({
      personId: personId === undefined ? "Choose somebody" : undefined,
      from: isoOfText(from) === undefined ? "Enter a day, such as 1 September 2026" : undefined,
      until:
        until.trim() !== "" && isoOfText(until) === undefined
          ? "Enter a day, such as 31 August 2028, or leave it empty"
          : undefined,
    }),
    submit: async ({ personId, role, from, until }) => {
      const outcome = await act(() =>
        api.meeting.giveSeat.mutate({
          area: props.area,
          id: props.body.id,
          personId: personId?.id ?? "",
          role,
          fromOn: isoOfText(from) ?? "",
          untilOn: isoOfText(until) ?? null,
        }),
      );
      if (outcome.done) announce("The seat was given");
      return outcome;
    },
  });
  const search = (words: string) =>
    Promise.resolve(
      (choices.data?.people ?? [])
        .filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()))
        .slice(0, 20)
        .map(({ id, name }) => ({ id, label: name })),
    );
  return (
    <Form form={form} submitLabel="Give the seat" label="Give a seat">
      <Combobox
        label="Person"
        noun={["person", "people"]}
        search={search}
        {...form.field("personId")}
      />
      <Select
        label="Part"
        choices={roles.map((value) => ({ value, label: seatWords[value] }))}
        {...form.field("role")}
      />
      <DateTextField label="From" {...form.field("from")} />
      <DateTextField label="Until" optional {...form.field("until")} />
    </Form>
  );
}

/** Who sits on a body, as what and for how long; those who keep it give and end seats. */
export function Seats(props: Shown) {
  const now = () => props.body.seats.filter(({ isInOffice }) => isInOffice);
  const others = () => props.body.seats.filter(({ isInOffice }) => !isInOffice);
  return (
    <>
      <Table
        caption="Members"
        captionHidden
        rows={now()}
        columns={columnsFor(props)}
        empty={<EmptyState title="Nobody has a seat yet" />}
      />
      <Show when={others().length > 0}>
        <Details summary="Seats of other times">
          <Table
            caption="Seats of other times"
            captionHidden
            rows={others()}
            columns={columnsFor({ ...props, body: { ...props.body, may: { keep: false } } })}
          />
        </Details>
      </Show>
      <Show when={props.body.may.keep}>
        <Details summary="Give somebody a seat">
          <GiveSeat {...props} />
        </Details>
      </Show>
    </>
  );
}
