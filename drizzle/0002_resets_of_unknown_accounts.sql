PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_password_resets` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_password_resets`("token_hash", "person_id", "created_at", "expires_at", "used_at") SELECT "token_hash", "person_id", "created_at", "expires_at", "used_at" FROM `password_resets`;--> statement-breakpoint
DROP TABLE `password_resets`;--> statement-breakpoint
ALTER TABLE `__new_password_resets` RENAME TO `password_resets`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `password_resets_by_person` ON `password_resets` (`person_id`);