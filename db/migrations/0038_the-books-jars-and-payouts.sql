CREATE TABLE "ledger_accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text GENERATED ALWAYS AS (kind || coalesce(':' || coalesce(provider, jar_id::text, member_id::text), '')) STORED NOT NULL,
	"kind" text NOT NULL,
	"provider" text,
	"member_id" uuid,
	"jar_id" uuid,
	"currency" text NOT NULL,
	"balance_minor" bigint DEFAULT 0 NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ledger_accounts_once" UNIQUE("name","currency"),
	CONSTRAINT "ledger_accounts_have_one_currency" UNIQUE("id","currency"),
	CONSTRAINT "ledger_accounts_kind" CHECK ("ledger_accounts"."kind" in ('cash', 'seller_payable', 'seller_owes', 'platform_fee', 'processor_fee', 'tax', 'refunds', 'disputes', 'jar', 'payouts_in_transit')),
	CONSTRAINT "ledger_accounts_provider" CHECK ("ledger_accounts"."provider" in ('stripe', 'paypal', 'organisation')),
	CONSTRAINT "ledger_accounts_currency" CHECK ("ledger_accounts"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "ledger_accounts_are_somebodys" CHECK (("ledger_accounts"."kind" = 'cash') = ("ledger_accounts"."provider" is not null)
        and ("ledger_accounts"."kind" in ('seller_payable', 'seller_owes', 'jar', 'payouts_in_transit')) = ("ledger_accounts"."member_id" is not null)
        and ("ledger_accounts"."kind" = 'jar') = ("ledger_accounts"."jar_id" is not null)),
	CONSTRAINT "ledger_accounts_hold_enough" CHECK (case "ledger_accounts"."kind" when 'seller_owes' then "ledger_accounts"."balance_minor" <= 0
        when 'seller_payable' then "ledger_accounts"."balance_minor" >= 0 when 'jar' then "ledger_accounts"."balance_minor" >= 0
        when 'payouts_in_transit' then "ledger_accounts"."balance_minor" >= 0 else true end)
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transaction_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"minor" bigint NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "ledger_entries_move_something" CHECK ("ledger_entries"."minor" <> 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_transactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"sale" text,
	"currency" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"reason" text,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ledger_transactions_once" UNIQUE("source","source_id","kind"),
	CONSTRAINT "ledger_transactions_have_one_currency" UNIQUE("id","currency"),
	CONSTRAINT "ledger_corrections_have_a_reason" CHECK ("ledger_transactions"."kind" <> 'correction' or length("ledger_transactions"."reason") >= 3)
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"held_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	CONSTRAINT "holds_source_unique" UNIQUE("source"),
	CONSTRAINT "holds_reason" CHECK ("holds"."reason" in ('not-delivered', 'may-be-returned', 'disputed', 'looked-at')),
	CONSTRAINT "holds_are_something" CHECK ("holds"."minor" > 0),
	CONSTRAINT "holds_end" CHECK ("holds"."until" <= "holds"."held_at" + interval '90 days')
);
--> statement-breakpoint
CREATE TABLE "payout_accounts" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"way" text NOT NULL,
	"ref" text,
	"is_ready" boolean DEFAULT false NOT NULL,
	"missing" text[] DEFAULT '{}' NOT NULL,
	"is_paused" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payout_accounts_way" CHECK ("payout_accounts"."way" in ('stripe', 'paypal', 'by-hand')),
	CONSTRAINT "payout_accounts_lead_somewhere" CHECK (not "payout_accounts"."is_ready" or "payout_accounts"."way" = 'by-hand' or "payout_accounts"."ref" is not null)
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"way" text NOT NULL,
	"to" text,
	"minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"provider_ref" text,
	"why" text,
	"receipt" integer,
	"handed_by_id" uuid,
	"note" text DEFAULT '' NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"tried_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "payouts_receipt_unique" UNIQUE("receipt"),
	CONSTRAINT "payouts_way" CHECK ("payouts"."way" in ('stripe', 'paypal', 'by-hand')),
	CONSTRAINT "payouts_state" CHECK ("payouts"."state" in ('asked', 'sent', 'paid', 'failed', 'returned')),
	CONSTRAINT "payouts_are_something" CHECK ("payouts"."minor" > 0),
	CONSTRAINT "payouts_by_hand_have_a_receipt" CHECK ("payouts"."way" <> 'by-hand' or "payouts"."state" <> 'paid' or "payouts"."receipt" is not null)
);
--> statement-breakpoint
CREATE TABLE "jar_milestones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"jar_id" uuid NOT NULL,
	"percent" integer NOT NULL,
	"reached_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"fell_back_at" timestamp (3) with time zone,
	CONSTRAINT "jar_milestones_once" UNIQUE("jar_id","percent"),
	CONSTRAINT "jar_milestones_percent" CHECK ("jar_milestones"."percent" in (25, 50, 75, 100))
);
--> statement-breakpoint
CREATE TABLE "jars" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"picture_id" uuid,
	"currency" text NOT NULL,
	"target_minor" bigint,
	"due_on" date,
	"share_basis_points" integer DEFAULT 0 NOT NULL,
	"goal_id" uuid,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "jars_currency" CHECK ("jars"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "jars_target" CHECK ("jars"."target_minor" > 0),
	CONSTRAINT "jars_share" CHECK ("jars"."share_basis_points" between 0 and 10000)
);
--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_jar_id_jars_id_fk" FOREIGN KEY ("jar_id") REFERENCES "public"."jars"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_of_a_transaction" FOREIGN KEY ("transaction_id","currency") REFERENCES "public"."ledger_transactions"("id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_of_an_account" FOREIGN KEY ("account_id","currency") REFERENCES "public"."ledger_accounts"("id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_accounts" ADD CONSTRAINT "payout_accounts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_handed_by_id_members_id_fk" FOREIGN KEY ("handed_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jar_milestones" ADD CONSTRAINT "jar_milestones_jar_id_jars_id_fk" FOREIGN KEY ("jar_id") REFERENCES "public"."jars"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jars" ADD CONSTRAINT "jars_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jars" ADD CONSTRAINT "jars_picture_id_media_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jars" ADD CONSTRAINT "jars_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."goals"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_accounts_of_a_member" ON "ledger_accounts" USING btree ("member_id","currency");--> statement-breakpoint
CREATE INDEX "ledger_accounts_of_a_jar" ON "ledger_accounts" USING btree ("jar_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_by_transaction" ON "ledger_entries" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_by_account" ON "ledger_entries" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "ledger_transactions_of_a_sale" ON "ledger_transactions" USING btree ("sale") WHERE "ledger_transactions"."sale" is not null;--> statement-breakpoint
CREATE INDEX "ledger_transactions_by_time" ON "ledger_transactions" USING btree ("at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "holds_of_a_member" ON "holds" USING btree ("member_id","currency","until");--> statement-breakpoint
CREATE UNIQUE INDEX "payout_accounts_by_ref" ON "payout_accounts" USING btree ("way","ref") WHERE "payout_accounts"."way" = 'stripe';--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_one_at_a_time" ON "payouts" USING btree ("member_id","currency") WHERE "payouts"."state" in ('asked', 'sent');--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_by_ref" ON "payouts" USING btree ("way","provider_ref");--> statement-breakpoint
CREATE INDEX "payouts_of_a_member" ON "payouts" USING btree ("member_id","asked_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "payouts_on_their_way" ON "payouts" USING btree ("asked_at") WHERE "payouts"."state" in ('asked', 'sent');--> statement-breakpoint
CREATE INDEX "jars_of_a_member" ON "jars" USING btree ("member_id","made_at","id");