import { type SQL, sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { resources, supplyRequests, useFiles, uses } from '#db/schema/mentoring/resources.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { pictureAt, piecesOn } from '#workers/media/pieces.ts'
import type { TaskId } from '../tasks/inputs.ts'
import { freeToday } from './free.ts'
import type { RequestPage, RequestSearch } from './inputs.ts'

const PAGE = 24

const usesOf = sql`(select coalesce(json_agg(json_build_object('quantity', use.quantity, 'words', use.words, 'at', use.at, 'isReturn', use.is_return,
    'isHandOver', use.is_hand_over, 'pictures', ${piecesOn(sql`${useFiles}`, sql`file.use_id = use.id`)})
    order by use.at), '[]') from ${uses} use where use.request_id = request.id)`

const asRequest = sql`
  select request.id, request.state, request.quantity, request.approved, request.from_day as "fromDay", request.until_day as "untilDay",
    request.words, request.answer, request.asked_at as "askedAt", request.condition_back as "conditionBack", request.condition_out as "conditionOut",
    request.cost_minor as "costMinor", request.currency,
    request.approved - (select coalesce(sum(use.quantity), 0) from ${uses} use where use.request_id = request.id)::int as "left",
    coalesce(request.state = 'handed-over' and request.until_day < current_date, false) as "isLate",
    json_build_object('slug', thing.slug, 'name', thing.name, 'kind', thing.kind, 'unit', thing.unit, 'free', ${freeToday('thing')},
      'picture', ${pictureAt(sql`thing.picture_id`)}) as supply,
    case when task.id is not null then json_build_object('id', task.id, 'title', task.title) end as task,
    json_build_object('handle', by.handle, 'name', by.name, 'portrait', by.portrait) as by, ${usesOf} as uses
  from ${supplyRequests} request join ${resources} thing on thing.id = request.resource_id
    join ${members} by on by.id = request.member_id left join ${tasks} task on task.id = request.task_id`

const STATES = {
  asked: ['asked'],
  promised: ['approved', 'part-approved'],
  out: ['handed-over'],
  done: ['returned', 'used-up', 'refused', 'cancelled'],
}

const key = sql`id || '~' || to_char("askedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const listOf = (which: SQL, newestFirst: boolean) => {
  const beyond = newestFirst ? sql`<` : sql`>`
  const way = newestFirst ? sql`desc` : sql`asc`
  return pages<RequestPage>({
    name: 'requests',
    rows: sql`${asRequest} where ${which}
        and ${whenGiven('id', sql`(request.asked_at, request.id) ${beyond} (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
      order by request.asked_at ${way}, request.id ${way} limit ${PAGE + 1}`,
    key,
    size: PAGE,
  })
}

const isShown = sql`request.state = any(${slot('states')}::text[])`

// How often one and the same person had one and the same thing.
const isAgain = sql`(select count(*) from ${supplyRequests} other where other.resource_id = request.resource_id
  and other.member_id = request.member_id and other.handed_over_at is not null) > 1`

const ofThing = listOf(
  sql`thing.slug = ${slot('slug')} and request.handed_over_at is not null and ${whenGiven('again', isAgain)}`,
  true,
)
const mine = listOf(sql`request.member_id = ${slot('me')}::uuid and ${isShown}`, true)
const everybodys = listOf(isShown, false)

const statesOf = (show: keyof typeof STATES | undefined) => (show ? STATES[show] : Object.values(STATES).flat())

const given = ({ show, after }: RequestSearch) => {
  const [id, since] = after ?? []
  return { states: `{${statesOf(show).join()}}`, id, since }
}

export const readOwnRequests = ({ db, member }: MemberCtx, search: RequestSearch) =>
  mine(db, { me: member.id, ...given(search) })

export const readRequests = ({ db }: MemberCtx, search: RequestSearch) => everybodys(db, given(search))

export const readRequestsOf = (
  { db }: MemberCtx,
  slug: string,
  { after, again }: Pick<RequestSearch, 'after'> & { again?: 'yes' | undefined },
) => ofThing(db, { slug, again, id: after?.[0], since: after?.[1] })

// What a task took: for those who may see the task.
const suppliesOfTask = (taskId: string): Shelf<RequestPage['requests'][number]> =>
  sql`${asRequest} where request.task_id = ${taskId}::uuid and request.handed_over_at is not null order by request.asked_at, request.id`

export async function readWhatItTook({ db }: MemberCtx, { id }: TaskId) {
  const { took } = await readTogether(db, { took: suppliesOfTask(id) })
  return took
}
