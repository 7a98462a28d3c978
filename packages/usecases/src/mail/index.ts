export { deliverMails, type OutgoingMail, type SendMail } from "./deliver.ts";
export { readMailbox, type MailboxMail } from "./mailbox.ts";
