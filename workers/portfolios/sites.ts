import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { sites, siteVersions } from '#db/schema/portfolios/sites.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import type { ChangedDesign, Site } from './inputs.ts'

const shape = {
  id: sql<string>`${sites.memberId}`.as('id'),
  version: sites.version,
  state: sites.state,
  versions: sites.versions,
}

const isMine = ({ member }: MemberCtx) => eq(sites.memberId, member.id)

// Keeps what a member is working on. Of two tabs that began with the same version, the second one is told.
export async function keepDesign(ctx: MemberCtx, { design, version }: ChangedDesign): Promise<Site> {
  const [kept] = await commit(
    ctx,
    ctx.db
      .insert(sites)
      .values({ memberId: ctx.member.id, design })
      .onConflictDoUpdate({
        target: sites.memberId,
        set: { design, version: sql`${sites.version} + 1` },
        setWhere: eq(sites.version, version),
      })
      .returning(shape),
    fact('site.arranged'),
  )
  return kept ?? refuse(conflict(CHANGED_ELSEWHERE, 'changed_elsewhere'))
}

const CHANGED_ELSEWHERE =
  'Your site was changed in another window meanwhile. Open it there, or load this page anew to see how it is now.'

// What a member is working on becomes what others see: a version that stays as it is, and a build that follows.
export async function publish(ctx: MemberCtx): Promise<Site> {
  const id = newId()
  const [opened] = await commit(
    ctx,
    ctx.db
      .update(sites)
      .set({ ...opening, shownId: id })
      .where(and(isMine(ctx), inArray(sites.state, ['draft', 'open', 'closed'])))
      .returning({ ...shape, design: sites.design }),
    fact('site.published'),
    keepVersion(id),
  )
  if (!opened) return refuse(await whyNotOpened(ctx))
  const { design: _, ...site } = opened
  return site
}

const opening = {
  state: 'open' as const,
  turn: sql`${sites.turn} + 1`,
  versions: sql`${sites.versions} + 1`,
  openedAt: sql`coalesce(${sites.openedAt}, now())`,
}

const keepVersion = (id: string) => (changed: SQL) =>
  sql`
  insert into ${siteVersions} (id, member_id, number, design) select ${id}::uuid, id, versions, design from ${changed} returning id`

// Nobody sees it any more; all of it stays for its member.
export async function close(ctx: MemberCtx): Promise<Site> {
  const [closed] = await commit(
    ctx,
    ctx.db
      .update(sites)
      .set({ state: 'closed', build: null, turn: sql`${sites.turn} + 1` })
      .where(and(isMine(ctx), eq(sites.state, 'open')))
      .returning(shape),
    fact('site.closed'),
  )
  return closed ?? refuse(conflict('Your site is not open, so there is nothing to take down.', 'not_open'))
}

async function whyNotOpened(ctx: MemberCtx) {
  const [site] = await ctx.db.select({ heldWhy: sites.heldWhy }).from(sites).where(isMine(ctx))
  if (!site) return notFound('site')
  return conflict(`The people who look after this community took your site down: ${site.heldWhy}`, 'held')
}
