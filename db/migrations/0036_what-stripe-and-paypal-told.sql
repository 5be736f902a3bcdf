CREATE TABLE "provider_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"livemode" boolean NOT NULL,
	"account" text,
	"kind" text,
	"ref" text,
	"body" jsonb,
	"state" text NOT NULL,
	"reason" text,
	"arrived_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "provider_events_once" UNIQUE("provider","event_id"),
	CONSTRAINT "provider_events_provider" CHECK ("provider_events"."provider" in ('stripe', 'paypal')),
	CONSTRAINT "provider_events_kind" CHECK ("provider_events"."kind" in ('payment', 'payout', 'account')),
	CONSTRAINT "provider_events_state" CHECK ("provider_events"."state" in ('waiting', 'done', 'ignored', 'review')),
	CONSTRAINT "provider_events_says_why" CHECK ("provider_events"."state" in ('waiting', 'done') or "provider_events"."reason" is not null),
	CONSTRAINT "provider_events_has_something_to_look_at" CHECK ("provider_events"."state" <> 'waiting' or "provider_events"."ref" is not null)
);
--> statement-breakpoint
CREATE INDEX "provider_events_waiting" ON "provider_events" USING btree ("arrived_at") WHERE "provider_events"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "provider_events_by_age" ON "provider_events" USING btree ("arrived_at") WHERE "provider_events"."body" is not null;