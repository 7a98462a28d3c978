CREATE TABLE `need_watches` (
	`need_id` text NOT NULL,
	`person_id` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`person_id`, `need_id`),
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `need_watches_by_need` ON `need_watches` (`need_id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`search` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name` ON `saved_views` (`area_id`,`person_id`,`name`);