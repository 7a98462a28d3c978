export { deliverMails, type OutgoingMail, type SendMail } from "./deliver.ts";
export { askDeliveries, type AskDelivery, type DeliveryAnswer } from "./delivery.ts";
export {
  deliveryStates,
  listMailLog,
  sendMailAgain,
  type DeliveryState,
  type MailLine,
  type MailQuestion,
} from "./log.ts";
export { readMailbox, type MailboxMail } from "./mailbox.ts";
export { getPreferences, setPreferences, type Preferences } from "./preference.ts";
export { sendReminders } from "./remind.ts";
export { sendSummaries, sortMails } from "./sort.ts";
export { topics, ways, type Topic, type Way } from "./topic.ts";
