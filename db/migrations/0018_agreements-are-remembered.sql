insert into terms_agreements (member_id, version, agreed_at) select member_id, terms_version, terms_accepted_at from accounts;
--> statement-breakpoint
-- Whichever way somebody comes to agree, it is written down once and never lost.
create function remembers_agreement() returns trigger language plpgsql as $$
begin
  insert into terms_agreements (member_id, version, agreed_at)
  values (new.member_id, new.terms_version, new.terms_accepted_at)
  on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger accounts_remember_agreements after insert or update of terms_version on accounts
  for each row execute function remembers_agreement();
