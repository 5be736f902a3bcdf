import { sql } from 'drizzle-orm'
import { pages, slot, whenGiven } from '#db/reading.ts'
import { ledgerAccounts, ledgerEntries, ledgerTransactions } from '#db/schema/marketplace/ledger.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, type Issue, invalid, refuse } from '#workers/lib/errors.ts'
import { transact } from '#workers/lib/transact.ts'
import { type Account, payable } from '../ledger/accounts.ts'
import { correction } from '../ledger/bookings/corrections.ts'
import { post } from '../ledger/post.ts'
import type { CorrectionPage, CorrectionSearch, NewCorrection } from './inputs.ts'

// Nothing in the books is changed: one more booking puts it right, with its reason and whoever wrote it.
export const correct = (ctx: MemberCtx, wish: NewCorrection) => transact(ctx, (within) => correctOnce(within, wish))

async function correctOnce(ctx: Ctx, { key, reason, minor, currency, ...places }: NewCorrection) {
  const { from, to } = await accountsOf(ctx, places)
  const booked = await post(ctx, correction({ correctionId: key, from, to, minor, currency, reason }))
  return booked ? { id: key } : sameAsBefore(ctx, key, { reason, minor })
}

type Places = Pick<NewCorrection, 'from' | 'to'>

async function accountsOf({ db }: Ctx, places: Places): Promise<Record<keyof Places, Account>> {
  const { rows } = await db.execute(sql`
    select id, handle::text from ${members}
    where handle in (${places.from.replace('@', '')}::citext, ${places.to.replace('@', '')}::citext)`)
  const issues: Issue[] = []
  const accountOf = (side: keyof Places): Account => {
    const place = places[side]
    if (!place.startsWith('@')) return place as Account
    const owner = rows.find(({ handle }: { handle: string }) => handle.toLowerCase() === place.slice(1))
    if (!owner) issues.push({ path: side, message: `Nobody here is called ${place}.` })
    return payable(owner?.id ?? '')
  }
  const found = { from: accountOf('from'), to: accountOf('to') }
  if (issues.length > 0) throw invalid(issues)
  return found
}

// The same form sent twice is booked once; another one under the same key was a mistake of somebody's.
async function sameAsBefore({ db }: Ctx, key: string, wish: Pick<NewCorrection, 'reason' | 'minor'>) {
  const { rows } = await db.execute(sql`
    select made.reason, sum(entry.minor) filter (where entry.minor > 0)::float8 as minor
    from ${ledgerTransactions} made join ${ledgerEntries} entry on entry.transaction_id = made.id
    where made.source = 'correction' and made.source_id = ${key} group by made.id`)
  const isSame = rows[0]?.reason === wish.reason && rows[0]?.minor === wish.minor
  return isSame ? { id: key } : refuse(anotherOne())
}

const anotherOne = () =>
  conflict(
    'Something else was booked with this form already. Nothing was booked now; please open the page once more.',
    'idempotency_mismatch',
  )

const PAGE = 30

const newest = pages<CorrectionPage>({
  name: 'corrections',
  rows: sql`
    select made.id, made.at, made.currency, made.reason, writer.name as by,
      (select json_agg(json_build_object('kind', account.kind, 'provider', account.provider, 'handle', owner.handle, 'minor', entry.minor)
          order by entry.id)
        from ${ledgerEntries} entry join ${ledgerAccounts} account on account.id = entry.account_id
        left join ${members} owner on owner.id = account.member_id where entry.transaction_id = made.id) as sides
    from ${ledgerTransactions} made left join ${members} writer on 'member:' || writer.id::text = made.actor
    where made.source = 'correction'
      and ${whenGiven('id', sql`(made.at, made.id) < (${slot('at')}::timestamptz, ${slot('id')}::uuid)`)}
    order by made.at desc, made.id desc limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

export function searchCorrections({ db }: MemberCtx, { after }: CorrectionSearch) {
  const [id, at] = after ?? []
  return newest(db, { id, at })
}
