do $$ begin
  if not exists (select from pg_roles where rolname = 'guildhall_app') then create role guildhall_app nologin; end if;
end $$;
--> statement-breakpoint
grant guildhall_app to current_user;
--> statement-breakpoint
revoke create on schema public from public;
--> statement-breakpoint
grant usage on schema public to guildhall_app;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to guildhall_app;
--> statement-breakpoint
grant usage, select on all sequences in schema public to guildhall_app;
--> statement-breakpoint
alter default privileges in schema public grant select, insert, update, delete on tables to guildhall_app;
--> statement-breakpoint
alter default privileges in schema public grant usage, select on sequences to guildhall_app;
