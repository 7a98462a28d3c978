CREATE TABLE `area_authorities` (
	`area_id` text NOT NULL,
	`la_code` text NOT NULL,
	PRIMARY KEY(`area_id`, `la_code`),
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `areas` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`is_demonstration` integer DEFAULT false NOT NULL,
	`outline` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `areas_slug_unique` ON `areas` (`slug`);--> statement-breakpoint
CREATE TABLE `code_entries` (
	`area_id` text NOT NULL,
	`list` text NOT NULL,
	`code` text NOT NULL,
	`label` text NOT NULL,
	`group_label` text,
	`help` text,
	`position` integer NOT NULL,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`area_id`, `list`, `code`),
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `fit_weights` (
	`area_id` text PRIMARY KEY NOT NULL,
	`weights` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rates` (
	`area_id` text NOT NULL,
	`code` text NOT NULL,
	`label` text NOT NULL,
	`pence_per_day` integer NOT NULL,
	`brokerage_share` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`area_id`, `code`),
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `terms` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`academic_year` text NOT NULL,
	`season` text NOT NULL,
	`starts_on` text NOT NULL,
	`half_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `terms_once` ON `terms` (`area_id`,`academic_year`,`season`);--> statement-breakpoint
CREATE TABLE `zone_memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`phase_group` text NOT NULL,
	`urn` integer NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`urn`) REFERENCES `schools`(`urn`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `zone_memberships_by_school` ON `zone_memberships` (`urn`);--> statement-breakpoint
CREATE INDEX `zone_memberships_by_zone` ON `zone_memberships` (`zone_id`);--> statement-breakpoint
CREATE TABLE `zone_officers` (
	`zone_id` text NOT NULL,
	`person_id` text NOT NULL,
	`part` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	PRIMARY KEY(`zone_id`, `person_id`, `part`, `from_on`),
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `zones` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`name` text NOT NULL,
	`phase_group` text NOT NULL,
	`boundary` text,
	`closed_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `zones_by_area` ON `zones` (`area_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`area_id` text,
	`actor` text NOT NULL,
	`on_behalf_of` text,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`entity_version` integer NOT NULL,
	`kind` text NOT NULL,
	`request_id` text NOT NULL,
	`payload` text,
	`payload_salt` text,
	`payload_hash` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_by_entity` ON `events` (`entity`,`entity_id`,`seq`);--> statement-breakpoint
CREATE INDEX `events_by_area` ON `events` (`area_id`,`seq`);--> statement-breakpoint
CREATE TABLE `idempotent_replies` (
	`key` text PRIMARY KEY NOT NULL,
	`reply` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text,
	`recipient` text NOT NULL,
	`template` text NOT NULL,
	`content` text NOT NULL,
	`created_at` text NOT NULL,
	`sent_at` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_failed_at` integer NOT NULL,
	`blocked_until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `external_identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`person_id` text NOT NULL,
	`provider` text NOT NULL,
	`linked_at` text NOT NULL,
	`last_used_at` text,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `external_identities_by_person` ON `external_identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `external_sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`sealed_checks` text NOT NULL,
	`purpose` text NOT NULL,
	`person_id` text,
	`invitation_hash` text,
	`return_to` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text,
	`role` text NOT NULL,
	`area_id` text,
	`zone_id` text,
	`urn` integer,
	`organisation_id` text,
	`may_act_on_behalf` integer DEFAULT false NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` text,
	`accepted_by` text,
	`revoked_at` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_tokenHash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_by_area` ON `invitations` (`area_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `invitations_by_email` ON `invitations` (`email`);--> statement-breakpoint
CREATE TABLE `password_resets` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `password_resets_by_person` ON `password_resets` (`person_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text,
	`is_demonstration` integer DEFAULT false NOT NULL,
	`deactivated_at` text,
	`last_seen_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`code_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`used_at` text,
	PRIMARY KEY(`person_id`, `code_hash`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`area_id` text,
	`zone_id` text,
	`urn` integer,
	`organisation_id` text,
	`may_act_on_behalf` integer DEFAULT false NOT NULL,
	`from_on` text NOT NULL,
	`ended_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_grants_by_person` ON `role_grants` (`person_id`);--> statement-breakpoint
CREATE INDEX `role_grants_by_area` ON `role_grants` (`area_id`,`role`);--> statement-breakpoint
CREATE TABLE `second_factors` (
	`person_id` text PRIMARY KEY NOT NULL,
	`sealed_secret` text NOT NULL,
	`created_at` text NOT NULL,
	`confirmed_at` text,
	`last_step` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	`idle_until` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`user_agent` text,
	`second_factor_at` integer,
	`rotation_due` integer DEFAULT false NOT NULL,
	`previous_id` text,
	`previous_until` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_previous` ON `sessions` (`previous_id`);--> statement-breakpoint
CREATE TABLE `import_files` (
	`import_id` integer PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`area_id` text,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`as_of` text NOT NULL,
	`source` text NOT NULL,
	`la_codes` text,
	`summary` text NOT NULL,
	`preview` text NOT NULL,
	`started_by` text,
	`started_at` text NOT NULL,
	`finished_at` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `imports_by_area` ON `imports` (`area_id`,`id`);--> statement-breakpoint
CREATE TABLE `school_changes` (
	`import_id` integer NOT NULL,
	`urn` integer NOT NULL,
	`kind` text NOT NULL,
	`changes` text,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `school_changes_by_school` ON `school_changes` (`urn`);--> statement-breakpoint
CREATE INDEX `school_changes_by_import` ON `school_changes` (`import_id`);--> statement-breakpoint
CREATE TABLE `area_outcomes` (
	`area_kind` text NOT NULL,
	`area_code` text NOT NULL,
	`area_name` text NOT NULL,
	`title` text,
	`measure` text NOT NULL,
	`year` integer NOT NULL,
	`period` text NOT NULL,
	`value` real,
	`absence` text,
	`import_id` integer,
	PRIMARY KEY(`area_code`, `measure`, `year`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `inspections` (
	`urn` integer NOT NULL,
	`framework` text NOT NULL,
	`inspected_on` text NOT NULL,
	`grades` text NOT NULL,
	`import_id` integer,
	PRIMARY KEY(`urn`, `framework`, `inspected_on`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `outcomes` (
	`urn` integer NOT NULL,
	`measure` text NOT NULL,
	`year` integer NOT NULL,
	`value` real,
	`absence` text,
	`pupils` integer,
	`from_urn` integer,
	`import_id` integer,
	PRIMARY KEY(`urn`, `measure`, `year`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `school_links` (
	`urn` integer NOT NULL,
	`link_urn` integer NOT NULL,
	`stated_type` text NOT NULL,
	`direction` text NOT NULL,
	`manner` text NOT NULL,
	`link_name` text,
	`established_date` text,
	`import_id` integer,
	PRIMARY KEY(`urn`, `link_urn`, `stated_type`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `school_links_back` ON `school_links` (`link_urn`);--> statement-breakpoint
CREATE TABLE `schools` (
	`urn` integer PRIMARY KEY NOT NULL,
	`la_code` text NOT NULL,
	`la_name` text NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`phase` text NOT NULL,
	`setting` text NOT NULL,
	`establishment_number` text,
	`type` text,
	`type_group` text,
	`open_reason` text,
	`open_date` text,
	`close_reason` text,
	`close_date` text,
	`low_age` integer,
	`high_age` integer,
	`boarders` text,
	`sixth_form` text,
	`gender` text,
	`religious_character` text,
	`diocese` text,
	`admissions_policy` text,
	`ukprn` text,
	`street` text,
	`locality` text,
	`address3` text,
	`town` text,
	`county` text,
	`postcode` text,
	`website` text,
	`telephone` text,
	`region` text,
	`district` text,
	`ward` text,
	`urban_rural` text,
	`easting` integer,
	`northing` integer,
	`pupils` integer,
	`capacity` integer,
	`percentage_fsm` real,
	`trust_code` text,
	`trust_name` text,
	`federation` text,
	`fingerprint` text,
	`profile_import_id` integer,
	`place_import_id` integer,
	`pupils_import_id` integer,
	`trust_import_id` integer,
	FOREIGN KEY (`profile_import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pupils_import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trust_import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `schools_by_authority` ON `schools` (`la_code`,`name`);--> statement-breakpoint
CREATE INDEX `schools_by_postcode` ON `schools` (`postcode`);--> statement-breakpoint
CREATE INDEX `schools_by_trust` ON `schools` (`trust_code`);--> statement-breakpoint
CREATE TABLE `trust_memberships` (
	`urn` integer NOT NULL,
	`group_uid` text NOT NULL,
	`group_id` text,
	`group_name` text NOT NULL,
	`group_type` text NOT NULL,
	`companies_house_number` text,
	`current` integer NOT NULL,
	`joined` text NOT NULL,
	`closed_date` text,
	`import_id` integer,
	PRIMARY KEY(`urn`, `group_uid`, `joined`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `trust_memberships_by_group` ON `trust_memberships` (`group_uid`);