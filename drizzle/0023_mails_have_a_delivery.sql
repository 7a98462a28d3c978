ALTER TABLE `outbox_mails` ADD `carrier_id` text;--> statement-breakpoint
ALTER TABLE `outbox_mails` ADD `ask_at` integer;--> statement-breakpoint
ALTER TABLE `outbox_mails` ADD `delivery` text;--> statement-breakpoint
ALTER TABLE `outbox_mails` ADD `settled_at` text;--> statement-breakpoint
CREATE INDEX `outbox_mails_to_ask` ON `outbox_mails` (`ask_at`);