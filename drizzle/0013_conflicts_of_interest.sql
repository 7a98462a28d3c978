CREATE TABLE `conflicts` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`person_id` text NOT NULL,
	`home_urn` integer NOT NULL,
	`urn` integer NOT NULL,
	`kind` text NOT NULL,
	`ground_key` text NOT NULL,
	`conflict` text NOT NULL,
	`state` text NOT NULL,
	`found_by` text NOT NULL,
	`found_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`home_urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conflicts_once` ON `conflicts` (`area_id`,`person_id`,`urn`,`ground_key`);--> statement-breakpoint
CREATE INDEX `conflicts_by_area` ON `conflicts` (`area_id`,`state`,`found_at`);--> statement-breakpoint
CREATE INDEX `conflicts_by_school` ON `conflicts` (`area_id`,`urn`);--> statement-breakpoint
CREATE TABLE `interests` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`person_id` text NOT NULL,
	`urn` integer NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`until_on` text,
	`declared_by` text NOT NULL,
	`declared_at` text NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `interests_by_person` ON `interests` (`area_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `interests_by_school` ON `interests` (`area_id`,`urn`);