ALTER TABLE "supply_requests" ADD COLUMN "condition_out" text;--> statement-breakpoint
ALTER TABLE "uses" ADD COLUMN "is_hand_over" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "supply_requests" ADD CONSTRAINT "supply_requests_condition_out" CHECK ("supply_requests"."condition_out" in ('as-good', 'worn'));