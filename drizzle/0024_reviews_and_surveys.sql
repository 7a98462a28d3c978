CREATE TABLE `review_schools` (
	`review_id` text NOT NULL,
	`urn` integer NOT NULL,
	`judgements` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`is_note_shared` integer DEFAULT false NOT NULL,
	`judged_by` text NOT NULL,
	`judged_at` text NOT NULL,
	`need_id` text,
	`invited_at` text,
	`invite_answer` text,
	`invite_answered_by` text,
	`invite_answered_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`review_id`, `urn`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_schools_by_school` ON `review_schools` (`urn`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`term_id` text NOT NULL,
	`state` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` text NOT NULL,
	`panel_on` text,
	`agreed_by` text,
	`agreed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`term_id`) REFERENCES `terms`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_once` ON `reviews` (`zone_id`,`term_id`);--> statement-breakpoint
CREATE INDEX `reviews_by_area` ON `reviews` (`area_id`,`state`);--> statement-breakpoint
CREATE TABLE `survey_answers` (
	`survey_id` text NOT NULL,
	`urn` integer NOT NULL,
	`ratings` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`zone_id` text,
	`phase_group` text NOT NULL,
	`answered_by` text NOT NULL,
	`changed_at` text NOT NULL,
	`sent_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`survey_id`, `urn`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_answers_by_school` ON `survey_answers` (`urn`);--> statement-breakpoint
CREATE TABLE `surveys` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`academic_year` text NOT NULL,
	`title` text NOT NULL,
	`statements` text NOT NULL,
	`question` text NOT NULL,
	`state` text NOT NULL,
	`opens_on` text,
	`closes_on` text,
	`written_by` text NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `surveys_once` ON `surveys` (`area_id`,`academic_year`);