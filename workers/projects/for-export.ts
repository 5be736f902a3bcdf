import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { media } from '#db/schema/media.ts'
import { skills } from '#db/schema/people/skills.ts'
import { collections, collectionWorks } from '#db/schema/projects/collections.ts'
import { projectCollaborators, projectMedia, projectPicks, projectSkills } from '#db/schema/projects/hanging.ts'
import { projectAppreciations, projectComments } from '#db/schema/projects/talk.ts'
import { projects } from '#db/schema/projects.ts'

export const worksForExport = (memberId: string): Record<string, Shelf<unknown>> => ({
  works: sql`select slug, title, medium, story, length_of_work, picture, alt, width, height, finished_at, visibility, status,
      licence, ai, ai_words, cost_minor, cost_currency, code_link, shows_process, link_until, created_at, published_at,
      (select json_agg(piece.key order by file.place) from ${projectMedia} file join ${media} piece on piece.id = file.media_id
        where file.project_id = work.id) as files,
      (select json_agg(one.slug order by shown.place) from ${projectSkills} shown join ${skills} one on one.id = shown.skill_id
        where shown.project_id = work.id) as skills
    from ${projects} work where member_id = ${memberId} order by finished_at`,
  'works-with-others': sql`select work.slug, work.title, beside.part, beside.asked_at, beside.agreed_at
    from ${projectCollaborators} beside join ${projects} work on work.id = beside.project_id
    where beside.member_id = ${memberId} order by beside.asked_at`,
  'said-about-works': sql`select work.slug, said.words, said.said_at
    from ${projectComments} said join ${projects} work on work.id = said.project_id
    where said.member_id = ${memberId} order by said.said_at`,
  'works-appreciated': sql`select work.slug, liked.at
    from ${projectAppreciations} liked join ${projects} work on work.id = liked.project_id
    where liked.member_id = ${memberId} order by liked.at`,
  collections: sql`select title, words, visibility, created_at,
      (select json_agg(work.slug order by hung.place) from ${collectionWorks} hung join ${projects} work on work.id = hung.project_id
        where hung.collection_id = collection.id) as works
    from ${collections} collection where member_id = ${memberId} order by created_at`,
  'works-picked': sql`select work.slug, picked.picked_at
    from ${projectPicks} picked join ${projects} work on work.id = picked.project_id
    where picked.picked_by_id = ${memberId} order by picked.picked_at`,
})
