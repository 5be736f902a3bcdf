import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import { submissionFiles, submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { projectCollaborators, projectMedia, projectPicks } from '#db/schema/projects/hanging.ts'
import { projectAppreciations } from '#db/schema/projects/talk.ts'
import type { AiUse, Licence, WorkCircle, WorkState } from '#db/schema/projects.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { type Piece, piecesOn } from '#workers/media/pieces.ts'
import { isOpenToEveryone } from '#workers/people/profiles/visibility.ts'
import { collectionsFor, type Mine } from './collections/collections.ts'
import type { Maker, SkillName, WorkCard } from './inputs.ts'
import { hashOfLink, type Looker, seesWork } from './sight.ts'
import { skillsShown } from './skills.ts'
import { type Comment, commentsOn } from './talk/comments.ts'
import { type Beside, besideOf } from './together/beside.ts'
import { card, joined, moreLike } from './works.ts'

export type Step = { version: number; note: string; handedInAt: string; files: Piece[] }

export type Work = Omit<WorkCard, 'maker'> & {
  maker: Maker
  skills: SkillName[]
  story: string
  lengthOfWork: string
  visibility: WorkCircle
  status: WorkState
  licence: Licence
  ai: AiUse
  aiWords: string
  costMinor: number | null
  costCurrency: string | null
  codeLink: string | null
  // Hung before works could be brought: its picture is no file of its maker's.
  isOfOld: boolean
  files: Piece[]
  beside: Beside[]
  steps: Step[]
  appreciations: number
  isPicked: boolean
  forSale: { slug: string; priceMinor: number; currency: string; payMore: boolean } | null
  isMine: boolean
  isLikedByMe: boolean
  amAsked: boolean
}

export type Standing = { work: Work; more: WorkCard[]; comments: Comment[]; collections: Mine[] }

// A work as it hangs, with all that stands around it, in one round trip. A secret link opens it as well.
export async function findWork({ db, member }: Ctx, slug: string, secret?: string): Promise<Standing> {
  const looker = { id: member?.id, linkHash: secret ? hashOfLink(secret) : undefined }
  const { work, more, comments, collections } = await readTogether(db, {
    work: oneWork(slug, looker),
    more: moreLike(slug),
    comments: commentsOn(slug, member?.id),
    collections: collectionsFor(slug, member?.id),
  })
  return { work: work[0] ?? refuse(notFound('work')), more, comments, collections }
}

const maker = sql`json_build_object('handle', maker.handle, 'name', maker.name, 'craft', maker.craft, 'portrait', maker.portrait,
  'place', case when ${isOpenToEveryone('place', 'maker')} then maker.place else '' end) as maker`

const details = sql`${skillsShown}, work.story, work.length_of_work as "lengthOfWork", work.visibility, work.status, work.licence, work.ai,
  work.ai_words as "aiWords", work.cost_minor as "costMinor", work.cost_currency as "costCurrency", work.code_link as "codeLink",
  work.picture !~ '^(m|cover)/' as "isOfOld", ${piecesOn(sql`${projectMedia}`, sql`file.project_id = work.id`)} as files,
  (select count(*)::int from ${projectAppreciations} liked where liked.project_id = work.id) as appreciations,
  exists (select from ${projectPicks} picked where picked.project_id = work.id) as "isPicked",
  (select json_build_object('slug', offered.slug, 'priceMinor', offered.price_minor, 'currency', offered.currency, 'payMore', offered.pay_more) from ${listings} offered where offered.project_id = work.id and offered.on_show
    order by offered.listed_at desc limit 1) as "forSale"`

const steps = sql`(
  select coalesce(json_agg(json_build_object('version', version.version, 'note', version.note, 'handedInAt', version.handed_in_at,
    'files', ${piecesOn(sql`${submissionFiles}`, sql`file.submission_id = version.id`)}) order by version.version), '[]')
  from ${submissions} version join ${tasks} task on task.id = version.task_id
  where work.shows_process and version.task_id = work.task_id and task.participant_id = work.member_id)`

const ofMine = (id: string | undefined) => {
  const me = sql`${id ?? null}::uuid`
  return sql`coalesce(work.member_id = ${me}, false) as "isMine",
    exists (select from ${projectAppreciations} liked where liked.project_id = work.id and liked.member_id = ${me}) as "isLikedByMe",
    exists (select from ${projectCollaborators} beside
      where beside.project_id = work.id and beside.member_id = ${me} and beside.agreed_at is null) as "amAsked"`
}

const oneWork = (slug: string, looker: Looker): Shelf<Work> => sql`
  select ${card}, ${maker}, ${details}, ${besideOf(looker.id)} as beside, ${steps} as steps, ${ofMine(looker.id)}
  from ${joined} where work.slug = ${slug} and ${seesWork(looker)}`
