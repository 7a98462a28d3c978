CREATE TABLE `needs` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`urn` integer NOT NULL,
	`number` integer,
	`need` text NOT NULL,
	`state` text NOT NULL,
	`is_urgent` integer NOT NULL,
	`band` integer,
	`primary_area` text,
	`outcome` text,
	`submitted_at` text,
	`due_at` text,
	`hold_until` text,
	`coordinator_id` text,
	`is_shortlisted` integer DEFAULT false NOT NULL,
	`is_accepted_in_principle` integer DEFAULT false NOT NULL,
	`begun_by` text NOT NULL,
	`is_begun_on_behalf` integer NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `needs_number` ON `needs` (`area_id`,`number`);--> statement-breakpoint
CREATE INDEX `needs_by_area` ON `needs` (`area_id`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `needs_by_school` ON `needs` (`urn`);