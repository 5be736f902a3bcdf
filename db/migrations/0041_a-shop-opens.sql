CREATE TABLE "claims" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"listing_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"order_line_id" uuid NOT NULL,
	"state" text DEFAULT 'held' NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claims_state" CHECK ("claims"."state" in ('held', 'sold', 'let-go', 'done'))
);
--> statement-breakpoint
CREATE TABLE "listing_files" (
	"listing_id" uuid NOT NULL,
	"media_id" uuid NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "listing_files_listing_id_media_id_pk" PRIMARY KEY("listing_id","media_id")
);
--> statement-breakpoint
CREATE TABLE "listing_zones" (
	"listing_id" uuid NOT NULL,
	"zone" text NOT NULL,
	"price_minor" bigint NOT NULL,
	"more_minor" bigint DEFAULT 0 NOT NULL,
	"days" integer DEFAULT 5 NOT NULL,
	CONSTRAINT "listing_zones_listing_id_zone_pk" PRIMARY KEY("listing_id","zone"),
	CONSTRAINT "listing_zones_zone" CHECK ("listing_zones"."zone" ~ '^([A-Z]{2}|world)$'),
	CONSTRAINT "listing_zones_price" CHECK ("listing_zones"."price_minor" between 0 and 10000000 and "listing_zones"."more_minor" between 0 and 10000000),
	CONSTRAINT "listing_zones_days" CHECK ("listing_zones"."days" between 0 and 90)
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"member_id" uuid NOT NULL,
	"project_id" uuid,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"currency" text NOT NULL,
	"price_minor" bigint NOT NULL,
	"pay_more" boolean DEFAULT false NOT NULL,
	"copies" integer,
	"taken" integer DEFAULT 0 NOT NULL,
	"ready_in_days" integer DEFAULT 0 NOT NULL,
	"length_minutes" integer,
	"pickup" text DEFAULT '' NOT NULL,
	"returns" text DEFAULT '14-days' NOT NULL,
	"returns_words" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"listed_at" timestamp (3) with time zone,
	CONSTRAINT "listings_slug_unique" UNIQUE("slug"),
	CONSTRAINT "listings_kind" CHECK ("listings"."kind" in ('original', 'edition', 'made-to-order', 'digital', 'lesson')),
	CONSTRAINT "listings_state" CHECK ("listings"."state" in ('draft', 'listed', 'withdrawn')),
	CONSTRAINT "listings_returns" CHECK ("listings"."returns" in ('none', 'exchange', '14-days', '30-days')),
	CONSTRAINT "listings_price" CHECK ("listings"."price_minor" between 0 and 100000000 and "listings"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "listings_free_only_by_choice" CHECK ("listings"."price_minor" > 0 or "listings"."pay_more"),
	CONSTRAINT "listings_original_is_one" CHECK ("listings"."kind" <> 'original' or "listings"."copies" = 1),
	CONSTRAINT "listings_digital_never_runs_out" CHECK (("listings"."kind" = 'digital') = ("listings"."copies" is null)),
	CONSTRAINT "listings_copies" CHECK ("listings"."copies" between 1 and 10000),
	CONSTRAINT "listings_taken" CHECK ("listings"."taken" between 0 and coalesce("listings"."copies", "listings"."taken")),
	CONSTRAINT "listings_lesson_has_a_length" CHECK (("listings"."kind" = 'lesson') = ("listings"."length_minutes" is not null)),
	CONSTRAINT "listings_ready" CHECK ("listings"."ready_in_days" between 0 and 365),
	CONSTRAINT "listings_listed_show_a_work" CHECK ("listings"."state" <> 'listed' or ("listings"."listed_at" is not null and "listings"."project_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"ref" text NOT NULL,
	"minor" bigint DEFAULT 0 NOT NULL,
	"fee_minor" bigint DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"evidence_due_at" timestamp (3) with time zone,
	"evidence" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "disputes_state" CHECK ("disputes"."state" in ('open', 'answered', 'won', 'lost'))
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"listing_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_minor" bigint DEFAULT 0 NOT NULL,
	"ready_in_days" integer DEFAULT 0 NOT NULL,
	"returns" text NOT NULL,
	"returns_words" text DEFAULT '' NOT NULL,
	CONSTRAINT "order_lines_quantity" CHECK ("order_lines"."quantity" between 1 and 100),
	CONSTRAINT "order_lines_unit" CHECK ("order_lines"."unit_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "order_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"from" text NOT NULL,
	"author_id" uuid,
	"words" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_messages_from" CHECK ("order_messages"."from" in ('buyer', 'seller', 'house'))
);
--> statement-breakpoint
CREATE TABLE "order_reviews" (
	"order_line_id" uuid PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"stars" integer NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"signed_as" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"reply" text DEFAULT '' NOT NULL,
	"replied_at" timestamp (3) with time zone,
	CONSTRAINT "order_reviews_stars" CHECK ("order_reviews"."stars" between 1 and 5),
	CONSTRAINT "order_reviews_replied" CHECK (("order_reviews"."reply" = '') = ("order_reviews"."replied_at" is null))
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "orders_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1001 CACHE 1),
	"purchase_id" uuid NOT NULL,
	"seller_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"currency" text NOT NULL,
	"items_minor" bigint DEFAULT 0 NOT NULL,
	"shipping_minor" bigint DEFAULT 0 NOT NULL,
	"discount_minor" bigint DEFAULT 0 NOT NULL,
	"tax_minor" bigint DEFAULT 0 NOT NULL,
	"total_minor" bigint DEFAULT 0 NOT NULL,
	"platform_fee_minor" bigint DEFAULT 0 NOT NULL,
	"processor_fee_minor" bigint,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"held_until" timestamp (3) with time zone,
	"held_why" text,
	"carrier" text DEFAULT '' NOT NULL,
	"tracking" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"paid_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"arrived_at" timestamp (3) with time zone,
	CONSTRAINT "orders_number_unique" UNIQUE("number"),
	CONSTRAINT "orders_state" CHECK ("orders"."state" in ('waiting', 'paid', 'on-its-way', 'arrived', 'returned', 'let-go')),
	CONSTRAINT "orders_add_up" CHECK ("orders"."total_minor" = "orders"."items_minor" + "orders"."shipping_minor" + "orders"."tax_minor" - "orders"."discount_minor"),
	CONSTRAINT "orders_amounts" CHECK (least("orders"."items_minor", "orders"."shipping_minor", "orders"."discount_minor", "orders"."tax_minor", "orders"."total_minor", "orders"."platform_fee_minor") >= 0),
	CONSTRAINT "orders_pay_back_at_most_all" CHECK ("orders"."refunded_minor" between 0 and "orders"."total_minor"),
	CONSTRAINT "orders_held_for_a_reason" CHECK (("orders"."held_until" is null) = ("orders"."held_why" is null))
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purchase_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"state" text DEFAULT 'beginning' NOT NULL,
	"ref" text,
	"url" text,
	"capture_ref" text,
	"currency" text NOT NULL,
	"asked_minor" bigint DEFAULT 0 NOT NULL,
	"captured_minor" bigint DEFAULT 0 NOT NULL,
	"fee_minor" bigint,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"review" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "payments_provider" CHECK ("payments"."provider" in ('stripe', 'paypal')),
	CONSTRAINT "payments_state" CHECK ("payments"."state" in ('beginning', 'open', 'unsure', 'pending', 'paid', 'failed', 'over')),
	CONSTRAINT "payments_pay_back_at_most_all" CHECK ("payments"."refunded_minor" between 0 and "payments"."captured_minor")
);
--> statement-breakpoint
CREATE TABLE "purchases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid,
	"email" "citext" NOT NULL,
	"name" text NOT NULL,
	"address" jsonb,
	"language" text DEFAULT 'en' NOT NULL,
	"currency" text NOT NULL,
	"total_minor" bigint DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'paying' NOT NULL,
	"link_hash" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"paid_at" timestamp (3) with time zone,
	"forgets_since" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "purchases_linkHash_unique" UNIQUE("link_hash"),
	CONSTRAINT "purchases_state" CHECK ("purchases"."state" in ('paying', 'paid', 'let-go')),
	CONSTRAINT "purchases_paid_since" CHECK (("purchases"."state" = 'paid') = ("purchases"."paid_at" is not null)),
	CONSTRAINT "purchases_total" CHECK ("purchases"."total_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"order_id" uuid,
	"minor" bigint DEFAULT 0 NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"ref" text,
	"asked_by_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "refunds_state" CHECK ("refunds"."state" in ('asked', 'done', 'failed')),
	CONSTRAINT "refunds_pay_back_something" CHECK ("refunds"."minor" > 0)
);
--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_files" ADD CONSTRAINT "listing_files_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_files" ADD CONSTRAINT "listing_files_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_zones" ADD CONSTRAINT "listing_zones_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_messages" ADD CONSTRAINT "order_messages_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_messages" ADD CONSTRAINT "order_messages_author_id_members_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_reviews" ADD CONSTRAINT "order_reviews_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_reviews" ADD CONSTRAINT "order_reviews_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_purchase_id_purchases_id_fk" FOREIGN KEY ("purchase_id") REFERENCES "public"."purchases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_seller_id_members_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_purchase_id_purchases_id_fk" FOREIGN KEY ("purchase_id") REFERENCES "public"."purchases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_asked_by_id_members_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "claims_once" ON "claims" USING btree ("listing_id","number") WHERE "claims"."state" in ('held', 'sold');--> statement-breakpoint
CREATE INDEX "claims_of_a_line" ON "claims" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "claims_running_out" ON "claims" USING btree ("until") WHERE "claims"."state" = 'held';--> statement-breakpoint
CREATE INDEX "listing_files_by_file" ON "listing_files" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "listings_newest" ON "listings" USING btree ("listed_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "listings"."state" = 'listed';--> statement-breakpoint
CREATE INDEX "listings_of_a_kind" ON "listings" USING btree ("kind","listed_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "listings"."state" = 'listed';--> statement-breakpoint
CREATE INDEX "listings_of_a_member" ON "listings" USING btree ("member_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "listings_of_a_work" ON "listings" USING btree ("project_id");--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_by_ref" ON "disputes" USING btree ("payment_id","ref");--> statement-breakpoint
CREATE INDEX "order_lines_of_an_order" ON "order_lines" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "order_lines_of_a_listing" ON "order_lines" USING btree ("listing_id");--> statement-breakpoint
CREATE INDEX "order_messages_of_an_order" ON "order_messages" USING btree ("order_id","created_at");--> statement-breakpoint
CREATE INDEX "order_reviews_of_a_listing" ON "order_reviews" USING btree ("listing_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "orders_of_a_purchase" ON "orders" USING btree ("purchase_id");--> statement-breakpoint
CREATE INDEX "orders_of_a_seller" ON "orders" USING btree ("seller_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "orders"."paid_at" is not null;--> statement-breakpoint
CREATE INDEX "orders_to_send" ON "orders" USING btree ("seller_id","paid_at") WHERE "orders"."state" = 'paid';--> statement-breakpoint
CREATE INDEX "orders_held" ON "orders" USING btree ("held_until") WHERE "orders"."held_until" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_by_ref" ON "payments" USING btree ("provider","ref") WHERE "payments"."ref" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_by_capture" ON "payments" USING btree ("provider","capture_ref") WHERE "payments"."capture_ref" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_pay_once" ON "payments" USING btree ("purchase_id") WHERE "payments"."state" = 'paid' and "payments"."review" is null;--> statement-breakpoint
CREATE INDEX "payments_of_a_purchase" ON "payments" USING btree ("purchase_id");--> statement-breakpoint
CREATE INDEX "payments_unsettled" ON "payments" USING btree ("created_at") WHERE "payments"."state" in ('beginning', 'open', 'unsure', 'pending');--> statement-breakpoint
CREATE INDEX "purchases_to_forget" ON "purchases" USING btree ("forgets_since") WHERE "purchases"."forgets_since" is not null;--> statement-breakpoint
CREATE INDEX "purchases_of_a_member" ON "purchases" USING btree ("member_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "purchases_running_out" ON "purchases" USING btree ("until") WHERE "purchases"."state" = 'paying';--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_by_ref" ON "refunds" USING btree ("payment_id","ref") WHERE "refunds"."ref" is not null;--> statement-breakpoint
CREATE INDEX "refunds_of_an_order" ON "refunds" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "refunds_unsettled" ON "refunds" USING btree ("created_at") WHERE "refunds"."state" = 'asked';
--> statement-breakpoint
create trigger purchases_go_on before update of state on purchases for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told(
    'paying>paid', 'paying>let-go', 'let-go>paid');
--> statement-breakpoint
create trigger orders_go_on before update of state on orders for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told(
    'waiting>paid', 'waiting>let-go', 'let-go>paid', 'paid>on-its-way', 'paid>arrived', 'on-its-way>arrived',
    'paid>returned', 'on-its-way>returned', 'arrived>returned');
--> statement-breakpoint
create trigger claims_go_on before update of state on claims for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told(
    'held>sold', 'held>let-go', 'sold>let-go', 'sold>done');
--> statement-breakpoint
create trigger payments_go_on before update of state on payments for each row
  when (old.state is distinct from new.state and old.state = 'paid') execute function goes_on_as_told();
--> statement-breakpoint
create trigger refunds_go_on before update of state on refunds for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told('asked>done', 'asked>failed', 'done>failed');
--> statement-breakpoint
create trigger disputes_go_on before update of state on disputes for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told(
    'open>answered', 'open>won', 'open>lost', 'answered>won', 'answered>lost');
--> statement-breakpoint
create trigger order_lines_stay before update on order_lines for each row execute function stays_as_it_was();
--> statement-breakpoint
-- How many pieces of a listing are spoken for.
create function counts_what_is_taken() returns trigger language plpgsql as $$
declare
  was integer := case when tg_op = 'UPDATE' and old.state in ('held', 'sold') then 1 else 0 end;
  is_now integer := case when new.state in ('held', 'sold') then 1 else 0 end;
begin
  if is_now <> was then
    update listings set taken = taken + is_now - was where id = new.listing_id;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger claims_count after insert or update of state on claims for each row
  execute function counts_what_is_taken();
--> statement-breakpoint
-- Whoever buys a piece takes it from the others at once, or hears why not: it costs what it costs, nobody buys their own,
-- and what nobody paid for in time is free again. Two who want the same number meet at the unique index of the claims, and
-- whoever comes second looks for another number.
create function takes_its_pieces() returns trigger language plpgsql as $$
declare
  offered listings%rowtype;
  buying record;
  got integer := 0;
  added integer;
  refused text;
begin
  select * into offered from listings where id = new.listing_id;
  select bought.member_id, bought.until, ordered.seller_id, ordered.currency into buying
    from orders ordered join purchases bought on bought.id = ordered.purchase_id where ordered.id = new.order_id;
  refused := case
    when offered.state <> 'listed' or offered.member_id <> buying.seller_id then 'listings_are_listed'
    when offered.member_id = buying.member_id then 'listings_are_for_others'
    when offered.currency <> buying.currency or new.unit_minor < offered.price_minor
      or (new.unit_minor > offered.price_minor and not offered.pay_more) then 'listings_cost_what_they_cost'
  end;
  if refused is null and offered.copies is not null then
    update claims set state = 'let-go' where listing_id = offered.id and state = 'held' and until <= now();
    for tries in 1 .. 20 loop
      insert into claims (listing_id, number, order_line_id, until)
        select offered.id, free.number, new.id, buying.until
        from generate_series(1, offered.copies) as free(number)
        where not exists (select from claims taken
          where taken.listing_id = offered.id and taken.number = free.number and taken.state in ('held', 'sold'))
        order by free.number limit new.quantity - got
      on conflict (listing_id, number) where state in ('held', 'sold') do nothing;
      get diagnostics added = row_count;
      got := got + added;
      exit when got = new.quantity;
    end loop;
    if got < new.quantity then refused := 'listings_have_pieces'; end if;
  end if;
  if refused is not null then
    raise exception 'this cannot be bought like this'
      using errcode = 'check_violation', constraint = refused, table = 'listings', detail = offered.id;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger order_lines_take_their_pieces after insert on order_lines for each row execute function takes_its_pieces();
