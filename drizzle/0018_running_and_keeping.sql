CREATE TABLE `event_anchors` (
	`seq` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`at` text NOT NULL,
	`seal` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `event_heads` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `job_runs` (
	`name` text PRIMARY KEY NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text NOT NULL,
	`is_fine` integer NOT NULL,
	`counts` text NOT NULL,
	`error` text,
	`fine_at` text,
	`failures` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `legal_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`reason` text NOT NULL,
	`placed_by` text NOT NULL,
	`placed_at` text NOT NULL,
	`released_by` text,
	`released_at` text,
	`released_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `legal_holds_by_area` ON `legal_holds` (`area_id`,`released_at`);--> statement-breakpoint
CREATE TABLE `retention_rules` (
	`area_id` text NOT NULL,
	`kind` text NOT NULL,
	`months` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`area_id`, `kind`),
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TRIGGER `events_are_added_at_the_end` BEFORE INSERT ON `events`
WHEN NEW.`seq` IS NOT (SELECT coalesce(max(`seq`), 0) + 1 FROM `events`)
BEGIN
  SELECT RAISE(ABORT, 'events are added at the end');
END;
--> statement-breakpoint
CREATE TRIGGER `events_move_the_head` AFTER INSERT ON `events`
BEGIN
  INSERT INTO `event_heads` (`id`, `seq`, `hash`) VALUES (1, NEW.`seq`, NEW.`hash`)
  ON CONFLICT (`id`) DO UPDATE SET `seq` = excluded.`seq`, `hash` = excluded.`hash`;
END;
--> statement-breakpoint
CREATE TRIGGER `event_heads_never_go_back` BEFORE UPDATE ON `event_heads`
WHEN NEW.`seq` <= OLD.`seq`
BEGIN
  SELECT RAISE(ABORT, 'the head of the log never goes back');
END;
--> statement-breakpoint
CREATE TRIGGER `event_heads_stay` BEFORE DELETE ON `event_heads`
BEGIN
  SELECT RAISE(ABORT, 'the head of the log stays');
END;
--> statement-breakpoint
CREATE TRIGGER `event_anchors_never_change` BEFORE UPDATE ON `event_anchors`
BEGIN
  SELECT RAISE(ABORT, 'anchors of the log are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `event_anchors_are_kept` BEFORE DELETE ON `event_anchors`
BEGIN
  SELECT RAISE(ABORT, 'anchors of the log are never deleted');
END;
--> statement-breakpoint
INSERT INTO `event_heads` (`id`, `seq`, `hash`) SELECT 1, `seq`, `hash` FROM `events` ORDER BY `seq` DESC LIMIT 1;
