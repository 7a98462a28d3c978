CREATE TABLE `agreement_signatures` (
	`deployment_id` text NOT NULL,
	`number` integer NOT NULL,
	`signatory` text NOT NULL,
	`person_id` text NOT NULL,
	`typed_name` text NOT NULL,
	`signed_at` text NOT NULL,
	`hash` text NOT NULL,
	`on_behalf` text,
	PRIMARY KEY(`deployment_id`, `number`, `signatory`),
	FOREIGN KEY (`deployment_id`) REFERENCES `deployments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `agreement_versions` (
	`deployment_id` text NOT NULL,
	`number` integer NOT NULL,
	`terms` text NOT NULL,
	`hash` text NOT NULL,
	`state` text NOT NULL,
	`issued_at` text NOT NULL,
	`ended_at` text,
	`reason` text,
	PRIMARY KEY(`deployment_id`, `number`),
	FOREIGN KEY (`deployment_id`) REFERENCES `deployments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `deployments` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`need_id` text NOT NULL,
	`offer_id` text NOT NULL,
	`line_id` text NOT NULL,
	`person_id` text NOT NULL,
	`home_urn` integer NOT NULL,
	`urn` integer NOT NULL,
	`deployment` text NOT NULL,
	`state` text NOT NULL,
	`is_amending` integer NOT NULL,
	`due_at` text,
	`half_days` integer NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`made_by` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`need_id`) REFERENCES `needs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offer_id`) REFERENCES `offers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `capacity_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`home_urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deployments_by_offer` ON `deployments` (`offer_id`);--> statement-breakpoint
CREATE INDEX `deployments_by_area` ON `deployments` (`area_id`,`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `deployments_by_need` ON `deployments` (`need_id`);--> statement-breakpoint
CREATE INDEX `deployments_by_leader` ON `deployments` (`area_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `deployments_by_home` ON `deployments` (`area_id`,`home_urn`);--> statement-breakpoint
CREATE INDEX `deployments_by_school` ON `deployments` (`area_id`,`urn`);--> statement-breakpoint
CREATE TABLE `objectives` (
	`id` text PRIMARY KEY NOT NULL,
	`deployment_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`measure` text NOT NULL,
	`measure_label` text NOT NULL,
	`unit` text NOT NULL,
	`direction` text NOT NULL,
	`baseline` real NOT NULL,
	`baseline_on` text NOT NULL,
	`baseline_source` text NOT NULL,
	`target` real NOT NULL,
	`target_by` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`deployment_id`) REFERENCES `deployments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `objectives_by_deployment` ON `objectives` (`deployment_id`,`position`);--> statement-breakpoint
CREATE TRIGGER `agreement_signatures_stay` BEFORE UPDATE ON `agreement_signatures` BEGIN
	SELECT RAISE(ABORT, 'signatures are only ever added');
END;
--> statement-breakpoint
CREATE TRIGGER `agreement_signatures_are_kept` BEFORE DELETE ON `agreement_signatures` BEGIN
	SELECT RAISE(ABORT, 'signatures are only ever added');
END;
--> statement-breakpoint
CREATE TRIGGER `agreement_versions_stay` BEFORE UPDATE OF `deployment_id`, `number`, `terms`, `hash`, `issued_at` ON `agreement_versions` BEGIN
	SELECT RAISE(ABORT, 'the terms of a version never change');
END;
--> statement-breakpoint
CREATE TRIGGER `agreement_versions_are_kept` BEFORE DELETE ON `agreement_versions` BEGIN
	SELECT RAISE(ABORT, 'versions are kept');
END;
--> statement-breakpoint
CREATE TRIGGER `agreement_signatures_of_version` BEFORE INSERT ON `agreement_signatures` WHEN NOT EXISTS (
	SELECT 1 FROM `agreement_versions` WHERE `deployment_id` = NEW.`deployment_id` AND `number` = NEW.`number` AND `hash` = NEW.`hash`
) BEGIN
	SELECT RAISE(ABORT, 'a signature is under the version that was read');
END;
