import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { members } from '#db/schema/people.ts'
import { sites, siteVersions } from '#db/schema/portfolios/sites.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, type Refusal, refuse } from '#workers/lib/errors.ts'
import { isMemberThere, nearnessAs } from '#workers/people/profiles/visibility.ts'
import { readChecklist } from './checking/checklist.ts'
import { type Design, PLAIN } from './design.ts'
import type { Finding, Site, VersionNumber } from './inputs.ts'

const shape = {
  id: sql<string>`${sites.memberId}`.as('id'),
  version: sites.version,
  state: sites.state,
  versions: sites.versions,
}

// A site is for everybody, so its member has to be.
const isForAll = sql<boolean>`exists (select from ${members} member
  where member.id = ${sites.memberId} and ${isMemberThere('member', nearnessAs('guest'))})`

const mayOpen = and(inArray(sites.state, ['draft', 'open', 'closed']), isForAll)

const isMine = ({ member }: MemberCtx) => eq(sites.memberId, member.id)

type Arranged = { design: Design; version: number }

// Keeps what a member is working on. Of two tabs that began with the same version, the second one is told.
export async function keepDesign(ctx: MemberCtx, { design, version }: Arranged): Promise<Site> {
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
  return kept ?? refuse(changedElsewhere())
}

const changedElsewhere = () =>
  conflict(
    'Your site was changed in another window meanwhile. Open it there, or load this page anew to see how it is now.',
    'changed_elsewhere',
  )

// What a member is working on becomes what others see: a version that stays as it is, and a build that follows. What was
// looked at is what opens.
export async function publish(ctx: MemberCtx): Promise<Site> {
  const { version, findings } = await readChecklist(ctx)
  refuseWhatIsNotForAll(findings)
  const { version: seen } = version > 0 ? { version } : await keepDesign(ctx, { design: PLAIN, version })
  const id = newId()
  const [opened] = await commit(
    ctx,
    ctx.db
      .update(sites)
      .set({ ...opening, shownId: id })
      .where(and(isMine(ctx), mayOpen, eq(sites.version, seen)))
      .returning({ ...shape, design: sites.design }),
    fact('site.published'),
    keepVersion(id),
  )
  if (!opened) return refuse(await whyNotOpened(ctx, changedElsewhere()))
  const { design: _, ...site } = opened
  return site
}

const opening = {
  state: 'open' as const,
  turn: sql`${sites.turn} + 1`,
  versions: sql`${sites.versions} + 1`,
  openedAt: sql`coalesce(${sites.openedAt}, now())`,
}

const keepVersion =
  (id: string, backTo: number | null = null) =>
  (changed: SQL) =>
    sql`
  insert into ${siteVersions} (id, member_id, number, design, back_to)
  select ${id}::uuid, id, versions, design, ${backTo}::int from ${changed} returning id`

// An earlier version is published once more, as a version of its own. What it shows of works and sales is as it is today.
export async function goBack(ctx: MemberCtx, { number }: VersionNumber): Promise<Site> {
  refuseWhatIsNotForAll((await readChecklist(ctx, number)).findings)
  const id = newId()
  const earlier = sql`(select design from ${siteVersions} where member_id = ${ctx.member.id}::uuid and number = ${number}::int)`
  const [opened] = await commit(
    ctx,
    ctx.db
      .update(sites)
      .set({ ...opening, shownId: id, design: earlier, version: sql`${sites.version} + 1` })
      .where(and(isMine(ctx), mayOpen, sql`${earlier} is not null`))
      .returning({ ...shape, design: sites.design }),
    fact('site.published', { backTo: number }),
    keepVersion(id, number),
  )
  if (!opened) return refuse(await whyNotOpened(ctx, notFound('version')))
  const { design: _, ...site } = opened
  return site
}

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

function refuseWhatIsNotForAll(findings: Finding[]) {
  const [first] = findings.filter(({ blocks }) => blocks)
  if (first) refuse(conflict(first.says, first.check === 'profile' ? 'not_for_everybody' : 'not_for_others'))
}

const NOT_FOR_ALL =
  'Your profile is kept among members, and a site is for everybody. Let everybody see your profile first, in your settings.'

async function whyNotOpened(ctx: MemberCtx, otherwise: Refusal) {
  const [site] = await ctx.db.select({ heldWhy: sites.heldWhy, isForAll }).from(sites).where(isMine(ctx))
  if (!site) return notFound('site')
  if (site.heldWhy)
    return conflict(`The people who look after this community took your site down: ${site.heldWhy}`, 'held')
  return site.isForAll ? otherwise : conflict(NOT_FOR_ALL, 'not_for_everybody')
}
