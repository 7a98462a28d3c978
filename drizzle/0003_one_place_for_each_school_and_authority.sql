ALTER TABLE `rates` ADD `retired_on` text;--> statement-breakpoint
CREATE UNIQUE INDEX `area_authorities_once` ON `area_authorities` (`la_code`);--> statement-breakpoint
CREATE UNIQUE INDEX `zone_memberships_now_once` ON `zone_memberships` (`area_id`,`urn`,`phase_group`) WHERE "zone_memberships"."to_on" IS NULL;