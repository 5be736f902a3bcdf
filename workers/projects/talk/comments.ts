import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { members } from '#db/schema/people.ts'
import { projectComments } from '#db/schema/projects/talk.ts'
import { projects } from '#db/schema/projects.ts'
import { isMemberThere, nearnessTo } from '#workers/people/profiles/visibility.ts'

const MOST = 100

export type Comment = {
  id: string
  words: string
  saidAt: string
  isMine: boolean
  by: { handle: string; name: string; portrait: string | null }
}

// What was said by those whom the reader may meet; whether they see the work at all is asked beside it.
export const commentsOn = (slug: string, readerId: string | undefined): Shelf<Comment> => sql`
  select * from (
    select said.id, said.words, said.said_at as "saidAt", coalesce(said.member_id = ${readerId ?? null}::uuid, false) as "isMine",
      json_build_object('handle', endorser.handle, 'name', endorser.name, 'portrait', endorser.portrait) as by
    from ${projects} work join ${projectComments} said on said.project_id = work.id join ${members} endorser on endorser.id = said.member_id
    where work.slug = ${slug} and ${isMemberThere('endorser', nearnessTo('endorser', readerId))}
    order by said.said_at desc, said.id desc limit ${MOST}) latest
  order by "saidAt", id`
