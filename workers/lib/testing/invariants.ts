import { sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core/dialect'
import { expect } from 'vitest'
import type { Db } from '#db/index.ts'
import { SHOP } from '#workers/marketplace/audit/shop.ts'
import { BOOKS } from '#workers/marketplace/ledger/invariants.ts'
import { shownWrongly } from '#workers/marketplace/listings/showing-again.ts'
import { afterwards } from './afterwards.ts'

// What is true of the records at any time, whatever happened before: each of these finds nothing.
const INVARIANTS: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries({ ...BOOKS, ...SHOP, 'the market shows what is offered': shownWrongly }).map(([name, query]) => [
      name,
      new PgDialect().sqlToQuery(query).sql,
    ]),
  ),
  'I8 no fact waits longer than ten minutes for the queue': `
    select id, name from events where sent_at is null and at < now() - interval '10 minutes'`,
  'I8 no cron holds on past its lease': `
    select name from cron_leases where finished_at is null and leased_until < now() - interval '10 minutes'`,
  'I8 no delivery is held by a job that is long gone': `
    select id from deliveries where sent_at is null and claimed_until < now() - interval '1 hour' and attempts < 5`,
  'I8 no export is gathered for ever': `
    select id from data_exports where status = 'gathering' and asked_at < now() - interval '1 day'`,
  'I8 a message that died has told somebody': `
    select id from dead_letters where not exists (select from alerts where subject = 'dead-letter:' || dead_letters.id)`,
  'I11 a sign-in has one refresh token that was not used, at most': `
    select sign_in_id from refresh_tokens where used_at is null group by 1 having count(*) > 1`,
  'I11 of the refresh tokens of a sign-in only the last was not used': `
    select sign_in_id from refresh_tokens group by 1
    having count(*) filter (where used_at is null) <> 1
      or max(generation) <> max(generation) filter (where used_at is null)`,
  'I11 generations follow each other without a gap': `
    select sign_in_id from refresh_tokens group by 1 having count(*) <> max(generation) or min(generation) <> 1`,
  'I11 who was suspended or is gone is signed in nowhere': `
    select sign_ins.id from sign_ins join members on members.id = member_id
    where standing in ('suspended', 'gone') and ended_at is null and ends_at > now()`,
  'I11 who is gone left no way in': `
    select members.id from members where standing = 'gone' and (
      exists (select from accounts where member_id = members.id and password_hash is not null)
      or exists (select from passkeys where member_id = members.id)
      or exists (select from identities where member_id = members.id)
      or exists (select from personal_tokens where member_id = members.id and ended_at is null))`,
  'I12 what is delivered is a notice of whom it is delivered to': `
    select deliveries.id from deliveries join notices on notices.id = notice_id
    where notices.member_id <> deliveries.member_id`,
  'I12 a notice leaves by a channel once at most': `
    select notice_id, channel from deliveries group by 1, 2 having count(*) > 1`,
  'I12 a fact makes one notice of a kind for a member at most': `
    select member_id, kind, fact_id from notices group by 1, 2, 3 having count(*) > 1`,
  'whoever is counted is there': `
    select * from (select time_zone, standing, count(*) as members from members group by 1, 2) here
    full join (select * from headcounts where members <> 0) counted using (time_zone, standing)
    where here.members is distinct from counted.members`,
}

type Ask = (query: string) => Promise<unknown[]>

export const expectInvariants = async (ask: Ask) => expect(await brokenInvariants(ask)).toEqual({})

export async function brokenInvariants(ask: Ask): Promise<Record<string, unknown[]>> {
  const broken: Record<string, unknown[]> = {}
  for (const [name, query] of Object.entries(INVARIANTS)) {
    const rows = await ask(query)
    if (rows.length > 0) broken[name] = rows.slice(0, 3)
  }
  return broken
}

// The invariants hold after all tests of a file, whatever those did; where it is about money, after each.
export const keepInvariants = (db: Db, when: 'each' | 'all') => afterwards(when, () => expectInvariants(asking(db)))

export const asking = (db: Db) => async (query: string) => (await db.execute(sql.raw(query))).rows as unknown[]
