CREATE TABLE `concerns` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`urn` integer NOT NULL,
	`concern` text NOT NULL,
	`state` text NOT NULL,
	`reply_by` text,
	`raised_by` text NOT NULL,
	`raised_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `concerns_by_area` ON `concerns` (`area_id`,`state`,`raised_at`);--> statement-breakpoint
CREATE INDEX `concerns_by_school` ON `concerns` (`urn`,`state`);