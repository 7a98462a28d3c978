CREATE TABLE `board_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`body_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`text` text NOT NULL,
	`owner_id` text NOT NULL,
	`due_on` text NOT NULL,
	`set_on` text NOT NULL,
	`state` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`closed_on` text,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `board_actions_by_body` ON `board_actions` (`body_id`,`state`);--> statement-breakpoint
CREATE INDEX `board_actions_by_owner` ON `board_actions` (`owner_id`,`state`);--> statement-breakpoint
CREATE TABLE `board_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`body_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`reason` text NOT NULL,
	`ground` text NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `board_decisions_once` ON `board_decisions` (`body_id`,`number`);--> statement-breakpoint
CREATE TABLE `board_packs` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`body_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	`published` text NOT NULL,
	`frozen_at` text NOT NULL,
	`made_by` text NOT NULL,
	`issued_at` text,
	`issued_by` text,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `board_packs_once` ON `board_packs` (`meeting_id`,`number`);--> statement-breakpoint
CREATE INDEX `board_packs_by_area` ON `board_packs` (`area_id`,`issued_at`);--> statement-breakpoint
CREATE TABLE `bodies` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`remit` text NOT NULL,
	`quorum` integer NOT NULL,
	`closed_on` text,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bodies_once` ON `bodies` (`area_id`,`name`);--> statement-breakpoint
CREATE TABLE `body_seats` (
	`id` text PRIMARY KEY NOT NULL,
	`body_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `body_seats_by_body` ON `body_seats` (`body_id`);--> statement-breakpoint
CREATE INDEX `body_seats_by_person` ON `body_seats` (`person_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`body_id` text NOT NULL,
	`date` text NOT NULL,
	`time` text NOT NULL,
	`place` text NOT NULL,
	`agenda` text NOT NULL,
	`attendance` text NOT NULL,
	`minutes` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`approved_by` text,
	`approved_at` text,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`body_id`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meetings_by_body` ON `meetings` (`body_id`,`date`);