CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`need_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`hash` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` text NOT NULL,
	`removed_by` text,
	`removed_at` text,
	`removed_reason` text,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `attachments_by_need` ON `attachments` (`need_id`);--> statement-breakpoint
CREATE INDEX `attachments_by_hash` ON `attachments` (`hash`);--> statement-breakpoint
CREATE TABLE `menu_interests` (
	`package_id` text NOT NULL,
	`urn` integer NOT NULL,
	`since` text NOT NULL,
	`by` text NOT NULL,
	`need_id` text,
	PRIMARY KEY(`package_id`, `urn`),
	FOREIGN KEY (`package_id`) REFERENCES `menu_packages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `menu_packages` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`person_id` text NOT NULL,
	`title` text NOT NULL,
	`area` text NOT NULL,
	`half_days` integer NOT NULL,
	`includes` text NOT NULL,
	`state` text NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`published_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `menu_packages_by_zone` ON `menu_packages` (`area_id`,`zone_id`,`state`);--> statement-breakpoint
CREATE INDEX `menu_packages_by_leader` ON `menu_packages` (`area_id`,`person_id`);