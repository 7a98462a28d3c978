CREATE TABLE `case_studies` (
	`deployment_id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`challenge` text NOT NULL,
	`support` text NOT NULL,
	`difference` text NOT NULL,
	`names_school` integer NOT NULL,
	`school_consent_by` text,
	`school_consent_at` text,
	`leader_consent_by` text,
	`leader_consent_at` text,
	`written_by` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`deployment_id`) REFERENCES `deployments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_studies_by_area` ON `case_studies` (`area_id`,`state`);--> statement-breakpoint
CREATE TABLE `follow_ups` (
	`deployment_id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`due_on` text NOT NULL,
	`asked_at` text,
	`sustained` text,
	`comment` text,
	`answered_by` text,
	`answered_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`deployment_id`) REFERENCES `deployments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `follow_ups_by_due` ON `follow_ups` (`area_id`,`answered_at`,`due_on`);--> statement-breakpoint
CREATE TABLE `leader_alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`words` text NOT NULL,
	`raised_at` text NOT NULL,
	`handled_at` text,
	`handled_by` text,
	`handled_words` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `leader_alerts_once` ON `leader_alerts` (`area_id`,`person_id`,`kind`,`about`);--> statement-breakpoint
CREATE INDEX `leader_alerts_open` ON `leader_alerts` (`area_id`,`handled_at`);--> statement-breakpoint
CREATE TABLE `mid_point_reviews` (
	`deployment_id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`held_on` text NOT NULL,
	`track` text NOT NULL,
	`summary` text NOT NULL,
	`change` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`deployment_id`) REFERENCES `deployments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `readings` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`deployment_id` text NOT NULL,
	`objective_id` text NOT NULL,
	`value` real NOT NULL,
	`date` text NOT NULL,
	`source` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` text NOT NULL,
	`taken_back_at` text,
	`taken_back_by` text,
	`taken_back_reason` text,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deployment_id`) REFERENCES `deployments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`objective_id`) REFERENCES `objectives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `readings_by_objective` ON `readings` (`deployment_id`,`objective_id`,`date`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_by_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE INDEX `calendar_feeds_by_person` ON `calendar_feeds` (`person_id`,`revoked_at`);--> statement-breakpoint
CREATE TABLE `visit_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`visit_id` text NOT NULL,
	`deployment_id` text NOT NULL,
	`text` text NOT NULL,
	`owner_id` text NOT NULL,
	`due_on` text NOT NULL,
	`done_at` text,
	`done_by` text,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deployment_id`) REFERENCES `deployments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_actions_by_visit` ON `visit_actions` (`visit_id`);--> statement-breakpoint
CREATE INDEX `visit_actions_by_deployment` ON `visit_actions` (`deployment_id`);--> statement-breakpoint
CREATE INDEX `visit_actions_by_owner` ON `visit_actions` (`owner_id`,`done_at`);--> statement-breakpoint
CREATE TABLE `visits` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`deployment_id` text NOT NULL,
	`line_id` text NOT NULL,
	`person_id` text NOT NULL,
	`urn` integer NOT NULL,
	`visit` text NOT NULL,
	`state` text NOT NULL,
	`date` text NOT NULL,
	`starts_at` text NOT NULL,
	`half_days` integer NOT NULL,
	`note_due` text,
	`reminded_at` text,
	`sequence` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deployment_id`) REFERENCES `deployments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `capacity_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visits_by_deployment` ON `visits` (`deployment_id`,`date`);--> statement-breakpoint
CREATE INDEX `visits_by_leader` ON `visits` (`area_id`,`person_id`,`date`);--> statement-breakpoint
CREATE INDEX `visits_by_school` ON `visits` (`area_id`,`urn`,`date`);--> statement-breakpoint
CREATE INDEX `visits_by_note_due` ON `visits` (`state`,`note_due`);