import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { media } from '#db/schema/media.ts'
import { submissionFiles, submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'
import { posts } from '#db/schema/portfolios/posts.ts'
import { sites, siteVersions } from '#db/schema/portfolios/sites.ts'
import { projectMedia } from '#db/schema/projects/hanging.ts'
import { projects } from '#db/schema/projects.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { isMemberThere, nearnessAs } from '#workers/people/profiles/visibility.ts'
import { hangsForAll } from '#workers/projects/sight.ts'
import { designKept } from '../design.ts'
import type { Checklist } from '../inputs.ts'
import { findingsIn, type Seen } from './findings.ts'
import { saidTo } from './said.ts'

const MOST_WORKS = 200
const MOST_POSTS = 50

type Standing = { design: unknown; version: number; isForAll: boolean; minor: boolean }

// What is to be looked at before a site, or an earlier version of it, is there for everybody: one look at all of it.
export async function readChecklist(
  { db, env, member }: MemberCtx,
  version?: number,
): Promise<Checklist & { version: number }> {
  const id = sql`${member.id}::uuid`
  const { site, works, written, said } = await readTogether(db, {
    site: siteOf(id, version),
    works: worksOf(id),
    written: postsOf(id),
    said: saidTo(id),
  })
  const [found] = site
  const findings = findingsIn({
    design: designKept(found?.design),
    isForAll: found?.isForAll ?? false,
    minor: found?.minor ?? true,
    origin: env.ORIGIN,
    works,
    posts: written,
    said,
  })
  return { findings, mayPublish: findings.every(({ blocks }) => !blocks), version: found?.version ?? 0 }
}

const siteOf = (id: SQL, version: number | undefined): Shelf<Standing> => sql`
  select ${version === undefined ? sql`site.design` : earlier(id, version)} as design, coalesce(site.version, 0) as version,
    ${isMemberThere('member', nearnessAs('guest'))} as "isForAll", member.minor
  from ${members} member left join ${sites} site on site.member_id = member.id where member.id = ${id}`

const earlier = (id: SQL, version: number) =>
  sql`(select design from ${siteVersions} where member_id = ${id} and number = ${version}::int)`

const isMute = sql`piece.kind = 'image' and piece.state = 'ready' and piece.alt = ''`

// Pictures without words hang in a work, or in one of the steps that led to it.
const muteIn = sql`(
  select count(*)::int from ${media} piece where ${isMute} and (
    piece.id in (select media_id from ${projectMedia} where project_id = work.id)
    or work.shows_process and piece.id in (select file.media_id from ${submissionFiles} file
      join ${submissions} version on version.id = file.submission_id join ${tasks} task on task.id = version.task_id
      where version.task_id = work.task_id and task.participant_id = work.member_id)))`

const lastPicture = sql`greatest(work.created_at, (
  select max(piece.created_at) from ${projectMedia} hung join ${media} piece on piece.id = hung.media_id and piece.kind = 'image'
  where hung.project_id = work.id))`

const worksOf = (id: SQL): Shelf<Seen['works'][number]> => sql`
  select work.slug, work.title, ${hangsForAll} as "isForAll", ${muteIn} as mute, ${lastPicture} as "lastPicture"
  from ${projects} work join ${members} maker on maker.id = work.member_id
  where work.member_id = ${id} order by work.finished_at desc nulls last, work.id desc limit ${MOST_WORKS}`

// What is out, or will be.
const postsOf = (id: SQL): Shelf<Seen['posts'][number]> => sql`
  select id, title, words from ${posts} where member_id = ${id} and out_at is not null order by out_at desc limit ${MOST_POSTS}`
