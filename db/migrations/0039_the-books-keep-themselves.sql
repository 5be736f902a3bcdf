-- What a booking names comes from here: who an account is of, opened with nothing in it where it is new.
create function ledger_open(names text[], money text) returns void language plpgsql as $$
begin
  insert into ledger_accounts (id, kind, provider, member_id, jar_id, currency)
  select gen_random_uuid(), kind, case when kind = 'cash' then whose end,
      case when kind = 'jar' then (select member_id from jars where id = whose::uuid) when kind <> 'cash' then whose::uuid end,
      case when kind = 'jar' then whose::uuid end, money
    from (select name, split_part(name, ':', 1) as kind, nullif(split_part(name, ':', 2), '') as whose from unnest(names) name) wanted
    order by name
    on conflict on constraint ledger_accounts_once do nothing;
  if exists (select from ledger_accounts account join jars jar on jar.id = account.jar_id
      where account.name = any (names) and account.currency = money and jar.currency <> money) then
    raise exception 'a jar holds one currency' using errcode = 'check_violation', constraint = 'jars_hold_one_currency', table = 'jars';
  end if;
end $$;
--> statement-breakpoint
create function ledger_balance(account text, money text) returns bigint language sql stable as $$
  select balance_minor from ledger_accounts where name = account and currency = money
$$;
--> statement-breakpoint
create function ledger_note(booked uuid, account text, money text, amount bigint) returns void language plpgsql as $$
declare
  noted uuid;
begin
  if amount = 0 then return; end if;
  update ledger_accounts set balance_minor = balance_minor + amount where name = account and currency = money returning id into noted;
  insert into ledger_entries (transaction_id, account_id, minor, currency) values (booked, noted, amount, money);
end $$;
--> statement-breakpoint
-- What comes in for somebody pays back first what they owe.
create function ledger_credit(booked uuid, account text, money text, amount bigint) returns void language plpgsql as $$
declare
  debt text := 'seller_owes:' || split_part(account, ':', 2);
  back bigint := 0;
begin
  if account like 'seller_payable:%' then
    back := least(amount, -ledger_balance(debt, money));
    perform ledger_note(booked, debt, money, back);
  end if;
  perform ledger_note(booked, account, money, amount - back);
end $$;
--> statement-breakpoint
-- What goes out of a jar and is not there goes out of what its owner may have, and what is not there either they owe.
create function ledger_debit(booked uuid, account text, money text, amount bigint) returns void language plpgsql as $$
declare
  owner text := split_part(account, ':', 2);
  took bigint;
begin
  if account like 'jar:%' then
    took := least(amount, ledger_balance(account, money));
    perform ledger_note(booked, account, money, -took);
    select member_id::text into owner from jars where id = owner::uuid;
    amount := amount - took;
  end if;
  took := least(amount, ledger_balance('seller_payable:' || owner, money));
  perform ledger_note(booked, 'seller_payable:' || owner, money, -took);
  perform ledger_note(booked, 'seller_owes:' || owner, money, took - amount);
end $$;
--> statement-breakpoint
-- The only way into the books. A booking is made once by its source, source id and kind: the id of what was booked, or
-- nothing where it was booked before. An entry takes from an account `firmly` where it may not take more than is there,
-- and an entry with a `from` moves of its amount what is there.
create function ledger_post(booking jsonb) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare
  booked uuid;
  money text := booking ->> 'currency';
  names text[];
  entry jsonb;
  account text;
  amount bigint;
begin
  insert into ledger_transactions (id, kind, source, source_id, sale, currency, about, reason, actor, at)
    values (gen_random_uuid(), booking ->> 'kind', booking ->> 'source', booking ->> 'sourceId', booking ->> 'sale', money,
      coalesce(booking ->> 'about', ''), booking ->> 'reason', booking ->> 'actor', coalesce((booking ->> 'at')::timestamptz, now()))
    on conflict on constraint ledger_transactions_once do nothing returning id into booked;
  if booked is null then return null; end if;

  with given as (
    select line ->> 'account' as name from jsonb_array_elements(booking -> 'entries') line
    union select line ->> 'from' from jsonb_array_elements(booking -> 'entries') line where line ? 'from'
  ), owners as (
    select case when given.name like 'jar:%' then (select jar.member_id::text from jars jar where jar.id = split_part(given.name, ':', 2)::uuid)
      else split_part(given.name, ':', 2) end as id
    from given where given.name ~ '^(jar|seller_payable|seller_owes|payouts_in_transit):'
  )
  select array_agg(name order by name) into names from (
    select name from given union select 'seller_payable:' || id from owners union select 'seller_owes:' || id from owners) touched;
  perform ledger_open(names, money);
  perform from ledger_accounts where name = any (names) and currency = money order by id for update;

  for entry in select * from jsonb_array_elements(booking -> 'entries') loop
    account := entry ->> 'account';
    amount := (entry ->> 'minor')::bigint;
    if entry ? 'from' then
      amount := least(amount, ledger_balance(entry ->> 'from', money));
      perform ledger_note(booked, entry ->> 'from', money, -amount);
    end if;
    if amount > 0 then
      perform ledger_credit(booked, account, money, amount);
    elsif account ~ '^(jar|seller_payable):' and entry -> 'firmly' is distinct from 'true' then
      perform ledger_debit(booked, account, money, -amount);
    else
      perform ledger_note(booked, account, money, amount);
    end if;
  end loop;

  if (select sum(minor) from ledger_entries where transaction_id = booked) <> 0 then
    raise exception 'what is booked sums up to nothing' using errcode = 'check_violation', constraint = 'ledger_transactions_balance', table = 'ledger_transactions';
  end if;
  return booked;
end $$;
--> statement-breakpoint
revoke execute on function ledger_open, ledger_balance, ledger_note, ledger_credit, ledger_debit, ledger_post from public;
--> statement-breakpoint
grant execute on function ledger_post to guildhall_app;
--> statement-breakpoint
-- The second fence, whoever writes.
create function ledger_balances() returns trigger language plpgsql as $$
begin
  if (select sum(minor) from ledger_entries where transaction_id = new.transaction_id and currency = new.currency) <> 0 then
    raise exception 'what is booked sums up to nothing' using errcode = 'check_violation', constraint = 'ledger_transactions_balance', table = 'ledger_entries';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger ledger_entries_balance after insert on ledger_entries deferrable initially deferred
  for each row execute function ledger_balances();
--> statement-breakpoint
create trigger ledger_entries_stay before update or delete on ledger_entries for each row execute function stays_as_it_was();
--> statement-breakpoint
create trigger ledger_transactions_stay before update or delete on ledger_transactions for each row execute function stays_as_it_was();
--> statement-breakpoint
create trigger ledger_accounts_stay before delete on ledger_accounts for each row execute function stays_as_it_was();
--> statement-breakpoint
create trigger ledger_accounts_stay_whose_they_are before update on ledger_accounts for each row
  when ((old.kind, old.provider, old.member_id, old.jar_id, old.currency) is distinct from (new.kind, new.provider, new.member_id, new.jar_id, new.currency))
  execute function stays_as_it_was();
--> statement-breakpoint
revoke insert, update, delete, truncate on ledger_accounts, ledger_transactions, ledger_entries from guildhall_app;
--> statement-breakpoint
-- The rules of somebody's open jars take a whole sale at most. Changes of the same member stand in line.
create function jars_share_a_whole() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('jars:' || new.member_id || new.currency, 0));
  if (select sum(share_basis_points) from jars where member_id = new.member_id and currency = new.currency and closed_at is null) > 10000 then
    raise exception 'the jars of one member share more than a whole sale'
      using errcode = 'check_violation', constraint = 'jars_share_a_whole_sale', table = 'jars';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger jars_share_a_whole_sale after insert or update on jars
  for each row execute function jars_share_a_whole();
--> statement-breakpoint
create trigger payouts_go_on before update of state on payouts for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told(
    'asked>sent', 'asked>paid', 'asked>failed', 'sent>paid', 'sent>failed', 'sent>returned', 'paid>returned');
--> statement-breakpoint
create sequence payout_receipts;
--> statement-breakpoint
grant usage, select on sequence payout_receipts to guildhall_app;
