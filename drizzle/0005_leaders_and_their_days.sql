CREATE TABLE `capacity_answers` (
	`area_id` text NOT NULL,
	`person_id` text NOT NULL,
	`term_id` text NOT NULL,
	`answer` text NOT NULL,
	`answered_at` text NOT NULL,
	`note` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`area_id`, `person_id`, `term_id`),
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `capacity_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`person_id` text NOT NULL,
	`term_id` text NOT NULL,
	`home_urn` integer NOT NULL,
	`state` text NOT NULL,
	`supply` text NOT NULL,
	`confirmed_on` text,
	`good_until` text,
	`withdrawn_reason` text,
	`withdrawn_at` text,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`home_urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `capacity_lines_once` ON `capacity_lines` (`area_id`,`person_id`,`term_id`) WHERE "capacity_lines"."state" <> 'withdrawn';--> statement-breakpoint
CREATE INDEX `capacity_lines_by_term` ON `capacity_lines` (`area_id`,`term_id`,`state`);--> statement-breakpoint
CREATE INDEX `capacity_lines_by_home` ON `capacity_lines` (`area_id`,`home_urn`);--> statement-breakpoint
CREATE TABLE `ledger_balances` (
	`line_id` text PRIMARY KEY NOT NULL,
	`leader` integer DEFAULT 0 NOT NULL,
	`published` integer DEFAULT 0 NOT NULL,
	`held` integer DEFAULT 0 NOT NULL,
	`committed` integer DEFAULT 0 NOT NULL,
	`booked` integer DEFAULT 0 NOT NULL,
	`delivered` integer DEFAULT 0 NOT NULL,
	`released` integer DEFAULT 0 NOT NULL,
	`early_most` integer DEFAULT 0 NOT NULL,
	`early_taken` integer DEFAULT 0 NOT NULL,
	`late_most` integer DEFAULT 0 NOT NULL,
	`late_taken` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`line_id`) REFERENCES `capacity_lines`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_balances_never_negative" CHECK("ledger_balances"."published" >= 0 AND "ledger_balances"."held" >= 0 AND "ledger_balances"."committed" >= 0 AND "ledger_balances"."booked" >= 0 AND "ledger_balances"."delivered" >= 0 AND "ledger_balances"."released" >= 0),
	CONSTRAINT "ledger_balances_within_halves" CHECK("ledger_balances"."early_taken" <= "ledger_balances"."early_most" AND "ledger_balances"."late_taken" <= "ledger_balances"."late_most")
);
--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`line_id` text NOT NULL,
	`at` text NOT NULL,
	`movement` text NOT NULL,
	`from_account` text NOT NULL,
	`to_account` text NOT NULL,
	`half_days` integer NOT NULL,
	`window` text NOT NULL,
	`early_change` integer NOT NULL,
	`late_change` integer NOT NULL,
	`offer_id` text,
	`deployment_id` text,
	`visit_id` text,
	`until` text,
	`actor` text NOT NULL,
	`on_behalf_of` text,
	`request_id` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`line_id`) REFERENCES `capacity_lines`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_entries_whole" CHECK(typeof("ledger_entries"."half_days") = 'integer' AND "ledger_entries"."half_days" >= 0)
);
--> statement-breakpoint
CREATE INDEX `ledger_entries_by_line` ON `ledger_entries` (`line_id`,`seq`);--> statement-breakpoint
CREATE TABLE `ledger_holds` (
	`line_id` text NOT NULL,
	`offer_id` text NOT NULL,
	`half_days` integer NOT NULL,
	`window` text NOT NULL,
	`until` text,
	PRIMARY KEY(`line_id`, `offer_id`),
	FOREIGN KEY (`line_id`) REFERENCES `capacity_lines`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ledger_holds_never_negative" CHECK("ledger_holds"."half_days" >= 0)
);
--> statement-breakpoint
CREATE INDEX `ledger_holds_by_until` ON `ledger_holds` (`until`);--> statement-breakpoint
CREATE TABLE `designations` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`person_id` text NOT NULL,
	`type` text NOT NULL,
	`awarding_body` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`review_due` text,
	`evidence` text NOT NULL,
	`status` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `designations_by_person` ON `designations` (`area_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `designations_by_review` ON `designations` (`area_id`,`review_due`);--> statement-breakpoint
CREATE TABLE `leader_expertise` (
	`area_id` text NOT NULL,
	`person_id` text NOT NULL,
	`code` text NOT NULL,
	`level` integer NOT NULL,
	`evidence` text NOT NULL,
	PRIMARY KEY(`area_id`, `person_id`, `code`),
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "leader_expertise_level" CHECK("leader_expertise"."level" IN (1, 2, 3))
);
--> statement-breakpoint
CREATE INDEX `leader_expertise_by_code` ON `leader_expertise` (`area_id`,`code`);--> statement-breakpoint
CREATE TABLE `leaders` (
	`area_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`home_urn` integer NOT NULL,
	`organisation_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`area_id`, `person_id`),
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`home_urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `leaders_by_home` ON `leaders` (`area_id`,`home_urn`);