import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { columnOf, sqlState } from '#db/patience.ts'
import { media } from '#db/schema/media.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { projectMedia } from '#db/schema/projects/hanging.ts'
import { projects, type WorkCircle } from '#db/schema/projects.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { minorOf } from '#workers/lib/money.ts'
import { hangFiles, ifFileIsMissing, takeOffOthers } from '#workers/media/pieces.ts'
import { noSuchSkill } from '#workers/people/skills/named.ts'
import { showNoOthers, showSkills } from '../skills.ts'
import type { NewWork, WorkSlug, WorkState } from './inputs.ts'
import { asTold, FOR_SALE_FIRST, isMine, isNotForSale, mayBeShown, mayStayShown, whyNotKept } from './may-be.ts'
import { slugOf } from './slugs.ts'

const shape = { id: projects.id, slug: projects.slug, visibility: projects.visibility }

const onWork = { table: sql`${projectMedia}`, column: sql`project_id`, id: sql`changed.id` }

// Until its first picture is there, a drawing of the house stands for it.
const NO_PICTURE_YET = { picture: 'cover/image.svg', width: 1200, height: 900 }

// A work begins with its title; what it shows may come later.
export async function beginWork(ctx: MemberCtx, work: NewWork): Promise<WorkState> {
  const id = newId()
  const { visibility, finishedOn, title } = work
  const shown =
    visibility === 'me' ? sql`'me'` : sql<WorkCircle>`(select ${visibility}::text where ${mayBeShown(ctx, work)})`
  const [begun] = await commit(
    ctx,
    ctx.db
      .insert(projects)
      .values({
        ...wordsOf(ctx, work),
        ...NO_PICTURE_YET,
        ...{ id, slug: slugOf(title, id), memberId: ctx.member.id, alt: title },
        visibility: shown,
        finishedAt: finishedOn ? dayOf(finishedOn) : sql`now()`,
        publishedAt: visibility === 'me' ? null : sql`now()`,
      })
      .returning(shape),
    fact('work.begun'),
    hangFiles(ctx, onWork, work.files),
    describeFiles(ctx, work),
    showSkills(work.skills),
  ).catch(async (error) => (isNotShown(error) ? refuse(await whyNotKept(ctx, work)) : whatIsMissing(ctx, work, error)))
  return begun ?? refuse(notFound('work'))
}

export async function changeWork(ctx: MemberCtx, { slug }: WorkSlug, work: NewWork): Promise<WorkState> {
  const { visibility, finishedOn } = work
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(projects)
      .set({
        ...wordsOf(ctx, work),
        visibility,
        finishedAt: finishedOn
          ? unlessTheSame(finishedOn)
          : sql`case when projects.published_at is null then now() else projects.finished_at end`,
        ...(visibility !== 'me' && { publishedAt: sql`coalesce(projects.published_at, now())` }),
      })
      .where(
        sql`${isMine(ctx, slug)} and ${visibility === 'me' ? sql`true` : mayStayShown(ctx, work)}
          and ${visibility === 'public' ? sql`true` : isNotForSale}`,
      )
      .returning(shape),
    fact('work.changed'),
    hangFiles(ctx, onWork, work.files),
    takeOffOthers(onWork, work.files),
    describeFiles(ctx, work),
    showSkills(work.skills),
    showNoOthers(work.skills),
  ).catch((error) => whatIsMissing(ctx, work, error))
  return changed ?? refuse(await whyNotKept(ctx, work, slug))
}

export async function removeWork(ctx: MemberCtx, { slug }: WorkSlug): Promise<WorkState> {
  const [gone] = await commit(
    ctx,
    ctx.db
      .delete(projects)
      .where(sql`${isMine(ctx, slug)} and ${isNotForSale}`)
      .returning(shape),
    fact('work.removed'),
  )
  return gone ?? refuse(await whyNotRemoved(ctx, slug))
}

async function whyNotRemoved(ctx: MemberCtx, slug: string) {
  const [there] = await ctx.db.select({ id: projects.id }).from(projects).where(isMine(ctx, slug))
  return there ? conflict(FOR_SALE_FIRST, 'for_sale') : notFound('work')
}

const wordsOf = ({ member }: MemberCtx, work: NewWork) => {
  const { title, story, medium, lengthOfWork, status, licence, ai, aiWords, codeLink = null, showsProcess } = work
  const minor = work.cost && work.currency ? (minorOf(work.cost, work.currency) ?? null) : null
  return {
    ...{ title, story, medium, lengthOfWork, status, licence, ai, aiWords, codeLink },
    costMinor: minor,
    costCurrency: minor === null ? null : (work.currency ?? null),
    taskId: work.task
      ? sql`(select task.id from ${tasks} task where task.id = ${work.task}::uuid and task.participant_id = ${member.id}::uuid)`
      : null,
    showsProcess,
  }
}

const whatIsMissing = async (ctx: MemberCtx, { skills }: NewWork, error: unknown) =>
  ifFileIsMissing(await noSuchSkill(ctx, error, skills))

const dayOf = (day: string) => sql`least(${day}::date + time '12:00' at time zone 'UTC', now())`

const unlessTheSame = (day: string) => sql`case when (projects.finished_at at time zone 'UTC')::date = ${day}::date
  then projects.finished_at else ${dayOf(day)} end`

const describeFiles =
  ({ member }: MemberCtx, { alts, files }: NewWork) =>
  (changed: SQL): SQL =>
    sql`
  update ${media} piece set alt = told.alt from ${changed}, ${asTold(alts)}
  where piece.id = told.id and piece.owner_id = ${member.id}::uuid and piece.alt <> told.alt
    and piece.id = any(${`{${files.join()}}`}::uuid[]) returning 1`

const NOTHING_WHERE_SOMETHING_HAS_TO_BE = '23502'

const isNotShown = (error: unknown) =>
  sqlState(error) === NOTHING_WHERE_SOMETHING_HAS_TO_BE && columnOf(error) === 'visibility'
