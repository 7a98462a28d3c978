CREATE TABLE `rule_overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`need_id` text NOT NULL,
	`person_id` text NOT NULL,
	`rules` text NOT NULL,
	`reason` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rule_overrides_once` ON `rule_overrides` (`need_id`,`person_id`) WHERE "rule_overrides"."ended_at" IS NULL;--> statement-breakpoint
CREATE TABLE `shortlists` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`need_id` text NOT NULL,
	`term_id` text NOT NULL,
	`form` text NOT NULL,
	`state` text NOT NULL,
	`cards` text NOT NULL,
	`ranking` text NOT NULL,
	`note` text NOT NULL,
	`answer` text NOT NULL,
	`sent_at` text NOT NULL,
	`sent_by` text NOT NULL,
	`seen_at` text,
	`ranked_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shortlists_by_need` ON `shortlists` (`need_id`,`sent_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `shortlists_once` ON `shortlists` (`need_id`) WHERE "shortlists"."state" <> 'withdrawn';