CREATE TABLE `round_offers` (
	`round_id` text NOT NULL,
	`offer_id` text NOT NULL,
	`run` integer NOT NULL,
	`need_id` text NOT NULL,
	PRIMARY KEY(`round_id`, `offer_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offer_id`) REFERENCES `offers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_offers_by_offer` ON `round_offers` (`offer_id`);--> statement-breakpoint
CREATE TABLE `round_panel_answers` (
	`round_id` text NOT NULL,
	`run` integer NOT NULL,
	`person_id` text NOT NULL,
	`answer` text NOT NULL,
	`note` text NOT NULL,
	`answered_at` text NOT NULL,
	PRIMARY KEY(`round_id`, `run`, `person_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `round_runs` (
	`round_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`problem` text NOT NULL,
	`problem_hash` text NOT NULL,
	`plan` text NOT NULL,
	`plan_hash` text NOT NULL,
	`reasons` text NOT NULL,
	`previous` integer,
	`mending` text,
	`served_by_band` text NOT NULL,
	`fit` integer NOT NULL,
	`is_proved` integer NOT NULL,
	`is_verified` integer NOT NULL,
	`was_cancelled` integer NOT NULL,
	`milliseconds` real NOT NULL,
	`solved_by` text NOT NULL,
	`solved_at` text NOT NULL,
	PRIMARY KEY(`round_id`, `number`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `round_zones` (
	`round_id` text NOT NULL,
	`zone_id` text NOT NULL,
	PRIMARY KEY(`round_id`, `zone_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_zones_by_zone` ON `round_zones` (`zone_id`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`name` text NOT NULL,
	`term_id` text NOT NULL,
	`round` text NOT NULL,
	`state` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rounds_by_area` ON `rounds` (`area_id`,`changed_at`);