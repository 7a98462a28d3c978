ALTER TABLE `interests` ADD `withdrawn_at` text;--> statement-breakpoint
ALTER TABLE `interests` ADD `withdrawn_by` text;--> statement-breakpoint
ALTER TABLE `interests` ADD `withdrawn_reason` text;--> statement-breakpoint
ALTER TABLE `interests` ADD `version` integer DEFAULT 1 NOT NULL;