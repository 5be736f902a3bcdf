import { sql } from 'drizzle-orm'
import { formerHandles, members } from '#db/schema/people.ts'
import { sites } from '#db/schema/portfolios/sites.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { SiteJob } from './inputs.ts'
import { type Sign, signAt } from './storage.ts'

type Row = { id: string; handle: string; turn: number; pointed: number; build: string | null; former: string[] }
export type Address = Pick<Row, 'id' | 'handle'>

const MOST_TRIES = 5

// Writes at a member's address what is shown there now.
export const point = async (ctx: Ctx, { id }: SiteJob) => pointAt(ctx, await whatStands(ctx, [id]))

export const pointLater = later('portfolios.point', SiteJob, point)

// The same for several, by whoever knows their handles. One that is another's or nobody's meanwhile has a job of its own.
export async function pointAt(ctx: Ctx, addresses: Address[]) {
  const ids = addresses.map(({ id }) => id)
  const handles = addresses.map(({ handle }) => handle)
  let rows: Row[] = []
  await sign(ctx, handles, async () => {
    rows = (await whatStands(ctx, ids)).filter(({ handle }) => handles.includes(handle))
    return new Map(rows.map(({ id, handle, build }) => [handle, build ? { list: build, member: id } : { gone: true }]))
  })
  const moved = new Map(rows.flatMap(({ handle, former }) => former.map((one) => [one, { movedTo: handle }])))
  await sign(ctx, [...moved.keys()], async () => moved)
  await remember(ctx, rows)
}

async function whatStands({ db }: Ctx, ids: string[]): Promise<Row[]> {
  const { rows } = await db.execute(sql`
    select member.id, member.handle, site.turn, site.pointed, site.build,
      coalesce((select json_agg(handle) from ${formerHandles} former where former.member_id = member.id and former.handle <> member.handle), '[]') as former
    from ${sites} site join ${members} member on member.id = site.member_id where site.member_id = any(${`{${ids.join()}}`}::uuid[])`)
  return rows as Row[]
}

// Two of them never cross: storage takes a sign only where nobody wrote one since it was looked at, and whoever comes too late
// looks and asks again.
async function sign(ctx: Ctx, handles: string[], ask: () => Promise<Map<string, Sign>>) {
  let left = handles
  for (let tries = 0; tries < MOST_TRIES && left.length > 0; tries++) {
    const stood = await Promise.all(left.map((handle) => whatIsSigned(ctx, handle)))
    const says = await ask()
    const taken = await Promise.all(left.map((handle, n) => take(ctx, handle, says.get(handle), stood[n])))
    left = left.filter((_, n) => !taken[n])
  }
  if (left.length > 0) throw new Error(`Others write at the address of ${left[0]} all the time.`)
}

type Signed = { text: string; etag: string } | undefined

async function whatIsSigned({ env }: Ctx, handle: string): Promise<Signed> {
  const lying = await env.MEDIA.get(signAt(handle))
  return lying ? { text: await lying.text(), etag: lying.httpEtag } : undefined
}

// One that says the same stays as it is.
async function take({ env }: Ctx, handle: string, says: Sign | undefined, stood: Signed): Promise<boolean> {
  const text = JSON.stringify(says)
  if (!says || text === stood?.text) return true
  // As headers: only there is the star understood as “whatever lies there”.
  const onlyIf = new Headers(stood ? { 'If-Match': stood.etag } : { 'If-None-Match': '*' })
  return (await env.MEDIA.put(signAt(handle), text, { onlyIf })) !== null
}

async function remember({ db }: Ctx, rows: Row[]) {
  const behind = rows.filter(({ pointed, turn }) => pointed < turn).map(({ id, turn }) => ({ id, turn }))
  if (behind.length === 0) return
  await db.execute(sql`
    update ${sites} site set pointed = now.turn from jsonb_to_recordset(${JSON.stringify(behind)}::jsonb) now(id uuid, turn int)
    where site.member_id = now.id and site.pointed < now.turn`)
}
