import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { ACCOUNT_KINDS, ledgerAccounts } from '#db/schema/marketplace/ledger.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import type { Trial, TrialLine } from './inputs.ts'

type Line = TrialLine & { currency: string }

// Each kind of account with what stands on either side of it, as it is this moment.
export const trialLines: Shelf<Line> = sql`
  select account.currency, account.kind, account.provider, count(*)::int as accounts,
    coalesce(-sum(balance_minor) filter (where balance_minor < 0), 0)::bigint as "debitMinor",
    coalesce(sum(balance_minor) filter (where balance_minor > 0), 0)::bigint as "creditMinor"
  from ${ledgerAccounts} account group by 1, 2, 3
  order by 1, array_position(array[${sql.join(
    ACCOUNT_KINDS.map((kind) => sql`${kind}::text`),
    sql`, `,
  )}], account.kind), 3`

export async function readTrialBalance({ db }: MemberCtx) {
  const { lines } = await readTogether(db, { lines: trialLines })
  return { currencies: balanced(lines) }
}

export const balanced = (lines: Line[]): Trial[] =>
  [...new Set(lines.map(({ currency }) => currency))].map((currency) => {
    const theirs = lines.filter((line) => line.currency === currency).map(({ currency: _, ...line }) => line)
    return { currency, lines: theirs, debitMinor: sum(theirs, 'debitMinor'), creditMinor: sum(theirs, 'creditMinor') }
  })

const sum = (lines: TrialLine[], side: 'debitMinor' | 'creditMinor') => lines.reduce((all, line) => all + line[side], 0)
