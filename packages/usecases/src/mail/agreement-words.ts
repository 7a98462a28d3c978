/** What mails about agreements and conflicts of interest say; they name no school, no leader and no word of either. */
export const agreementSentences: Readonly<
  Record<string, readonly [subject: string, sentence: string]>
> = {
  "agreement-to-sign": [
    "An agreement waits for your signature",
    "The agreement is written. Read it, then sign it.",
  ],
  "agreement-write-due": [
    "An agreement is still to be written",
    "All sides have said yes, and the agreement has not gone out to be signed.",
  ],
  "agreement-sign-due": [
    "An agreement still waits for your signature",
    "An agreement, or a change of one, cannot count without your signature.",
  ],
  "agreement-taken-back": [
    "An agreement was taken back",
    "The agreement is being changed. You are asked to sign the new version when it is ready.",
  ],
  "agreement-signed": ["An agreement was signed by one side", "One more side has signed."],
  "agreement-in-force": [
    "The agreement is in force",
    "All three have signed the agreement. The days are set aside.",
  ],
  "amendment-to-sign": [
    "A change of the agreement waits for your signature",
    "A new version of the agreement is ready. Until all three have signed, the version in force counts.",
  ],
  "amendment-taken-back": [
    "A change of the agreement was taken back",
    "The version in force goes on to count.",
  ],
  "deployment-paused": ["The work is paused", "The agreed work is paused for a while."],
  "deployment-resumed": ["The work goes on", "The agreed work goes on."],
  "deployment-completed": [
    "The work is complete",
    "The agreed work is complete. Both sides are asked what came of it.",
  ],
  "deployment-closed": ["The deployment is closed", "Both sides have said what came of the work."],
  "deployment-ended-early": [
    "The work ended early",
    "The agreed work ended before its time. The days that were not used are free again.",
  ],
  "conflict-to-decide": [
    "A conflict of interest waits for a decision",
    "A conflict of interest was found or declared. Until it is decided, no offer goes out and nothing is signed.",
  ],
  "conflict-tie-withdrawn": [
    "A declared tie was withdrawn",
    "A tie that a conflict of interest rests on was withdrawn. Look whether the conflict is to be decided anew.",
  ],
  "conflict-decided": [
    "A conflict of interest was decided",
    "Somebody without a part in it has decided about a conflict of interest.",
  ],
};
