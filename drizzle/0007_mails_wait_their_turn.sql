ALTER TABLE `outbox_mails` ADD `due_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_mails_waiting` ON `outbox_mails` (`sent_at`,`due_at`);