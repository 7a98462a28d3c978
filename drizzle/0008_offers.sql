CREATE TABLE `offers` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`need_id` text NOT NULL,
	`line_id` text NOT NULL,
	`person_id` text NOT NULL,
	`home_urn` integer NOT NULL,
	`urn` integer NOT NULL,
	`offer` text NOT NULL,
	`state` text NOT NULL,
	`due_at` text,
	`note` text NOT NULL,
	`override_reason` text NOT NULL,
	`made_by` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `capacity_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`home_urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `offers_by_need` ON `offers` (`need_id`);--> statement-breakpoint
CREATE INDEX `offers_by_leader` ON `offers` (`area_id`,`person_id`,`state`);--> statement-breakpoint
CREATE INDEX `offers_by_home` ON `offers` (`area_id`,`home_urn`);--> statement-breakpoint
CREATE INDEX `offers_by_school` ON `offers` (`area_id`,`urn`);--> statement-breakpoint
CREATE INDEX `offers_by_due` ON `offers` (`state`,`due_at`);