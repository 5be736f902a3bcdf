import { sql } from 'drizzle-orm'
import { ledgerAccounts, ledgerEntries, ledgerTransactions } from '#db/schema/marketplace/ledger.ts'
import { orders } from '#db/schema/marketplace/orders.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { CSV_BEGINS, csvLine } from '#workers/lib/csv.ts'
import { decimal } from '#workers/lib/money.ts'
import { orderOf } from '../ledger/thread.ts'
import type { ExportSearch } from './inputs.ts'

const AT_ONCE = 2000

type Row = {
  entry: number
  transaction: string
  at: string
  kind: string
  source: string
  sourceId: string
  order: number | null
  account: string
  member: string | null
  currency: string
  minor: number
  about: string
  reason: string | null
  actor: string
}

const HEAD = [
  'entry',
  'transaction',
  'booked at',
  'kind',
  'source',
  'source id',
  'order',
  'account',
  'member',
  'currency',
  'debit',
  'credit',
  'about',
  'reason',
  'booked by',
]

// A month of the books, entry by entry, as a table or as JSON. However much it is, little of it is held at a time.
export const exportCsv = (ctx: MemberCtx, { month }: ExportSearch) =>
  streamOf(ctx, month, { begin: CSV_BEGINS + csvLine(HEAD), between: '', end: '', line: asCsv })

export const exportJson = (ctx: MemberCtx, { month }: ExportSearch) =>
  streamOf(ctx, month, { begin: `{"month":"${month}","entries":[`, between: ',', end: ']}', line: JSON.stringify })

const asCsv = (row: Row) =>
  csvLine([
    row.entry,
    row.transaction,
    row.at,
    row.kind,
    row.source,
    row.sourceId,
    row.order,
    row.account,
    row.member,
    row.currency,
    row.minor < 0 ? decimal({ minor: -row.minor, currency: row.currency }) : '',
    row.minor > 0 ? decimal(row) : '',
    row.about,
    row.reason,
    row.actor,
  ])

type Form = { begin: string; between: string; end: string; line(row: Row): string }

function streamOf(ctx: MemberCtx, month: string, { begin, between, end, line }: Form): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder()
  let after: number | undefined
  return new ReadableStream({
    async pull(controller) {
      const rows = await rowsAfter(ctx, month, after ?? 0)
      const text = rows.map(line).join(between)
      const lead = after === undefined ? begin : rows.length > 0 ? between : ''
      const isLast = rows.length < AT_ONCE
      controller.enqueue(bytes.encode(lead + text + (isLast ? end : '')))
      if (isLast) return controller.close()
      after = rows.at(-1)?.entry
    },
  })
}

async function rowsAfter({ db }: MemberCtx, month: string, after: number): Promise<Row[]> {
  const { rows } = await db.execute(sql`
    select json_build_object('entry', entry.id, 'transaction', made.id, 'at', made.at, 'kind', made.kind, 'source', made.source,
      'sourceId', made.source_id, 'order', ordered.number, 'account', account.name, 'member', owner.handle,
      'currency', entry.currency, 'minor', entry.minor, 'about', made.about, 'reason', made.reason, 'actor', made.actor)::text as json
    from ${ledgerEntries} entry join ${ledgerTransactions} made on made.id = entry.transaction_id
    join ${ledgerAccounts} account on account.id = entry.account_id
    left join ${members} owner on owner.id = account.member_id
    left join ${orders} ordered on ordered.id = ${orderOf(sql`made.sale`)}
    where entry.id > ${after} and made.at >= (${month} || '-01')::timestamp at time zone 'UTC'
      and made.at < ((${month} || '-01')::timestamp + interval '1 month') at time zone 'UTC'
    order by entry.id limit ${AT_ONCE}`)
  return rows.map(({ json }: { json: string }) => JSON.parse(json))
}
