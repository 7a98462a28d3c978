import { api } from "../../../lib/api.ts";
import { InsetText, TextArea } from "../../../ui/index.ts";
import { ActForm, type ActProps } from "./act-form.tsx";

/** What the coordinator asked, and the school's answer. */
export function AnswerAct(props: ActProps) {
  return (
    <ActForm
      {...props}
      act="answer"
      submitLabel="Send the answer"
      initial={{ text: "" }}
      check={({ text }) => ({ text: text.trim() === "" ? "Enter your answer" : undefined })}
      send={(seen, { text }) => api.need.answer.mutate({ ...seen, text })}
    >
      {(form) => (
        <>
          <InsetText>
            <span class="a-words">{props.need.question?.text}</span>
          </InsetText>
          <TextArea label="Your answer" limit={2000} {...form.field("text")} />
        </>
      )}
    </ActForm>
  );
}

/** The school takes its need back. */
export function WithdrawAct(props: ActProps) {
  return (
    <ActForm
      {...props}
      act="withdraw"
      submitLabel="Withdraw the need"
      lead="The need is closed. You can reopen it later, with all its answers."
      initial={{ note: "" }}
      check={({ note }) => ({ note: note.trim() === "" ? "Enter a reason" : undefined })}
      send={(seen, { note }) => api.need.withdraw.mutate({ ...seen, note })}
    >
      {(form) => (
        <TextArea
          label="Why do you withdraw it?"
          hint="The coordinator sees it"
          limit={1000}
          {...form.field("note")}
        />
      )}
    </ActForm>
  );
}

/** A closed need goes on where it was. */
export function ReopenAct(props: ActProps) {
  return (
    <ActForm
      {...props}
      act="reopen"
      submitLabel="Reopen the need"
      initial={{ reason: "" }}
      check={({ reason }) => ({ reason: reason.trim() === "" ? "Enter a reason" : undefined })}
      send={(seen, { reason }) => api.need.reopen.mutate({ ...seen, reason })}
    >
      {(form) => (
        <TextArea label="Why is it opened again?" limit={1000} {...form.field("reason")} />
      )}
    </ActForm>
  );
}

/** Back from hold. */
export function ResumeAct(props: ActProps) {
  return (
    <ActForm
      {...props}
      act="resume"
      submitLabel="Take it up again"
      lead="It goes on where it was before it was put on hold."
      initial={{}}
      check={() => ({})}
      send={(seen) => api.need.resume.mutate(seen)}
    >
      {() => null}
    </ActForm>
  );
}
