CREATE TABLE `board_releases` (
	`area_id` text PRIMARY KEY NOT NULL,
	`week_on` text NOT NULL,
	`content` text NOT NULL,
	`published` text NOT NULL,
	`frozen_at` text NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action
);
