import { sql } from 'drizzle-orm'
import { members } from '#db/schema/people.ts'
import { projectCollaborators } from '#db/schema/projects/hanging.ts'
import { projectComments } from '#db/schema/projects/talk.ts'
import { projects } from '#db/schema/projects.ts'
import type { Kind } from '../kinds.ts'
import { everybody, words } from './words.ts'

export const workKinds = {
  'work-commented': {
    fact: 'work.commented',
    theme: 'people',
    icon: 'feather',
    label: 'Somebody says something about a work of yours',
    tells: sql`
      select work.member_id, 'work:' || work.id as about,
        jsonb_build_object('by', said.member_id, 'slug', work.slug, 'title', work.title, 'words', left(said.words, 300)) as data
      from fact join ${projectComments} said on said.id = fact.subject::uuid join ${projects} work on work.id = said.project_id
        and work.member_id <> said.member_id`,
    says: (told) => words`${everybody(told)} said something about ${told.data.title ?? 'a work of yours'}`,
    adds: ({ words }) => (words ? `“${words}”` : ''),
    opens: ({ slug }) => (slug ? `/works/${slug}#said` : '/works/mine'),
    mail: 'daily',
    push: 'at-once',
  },
  'work-together': {
    fact: 'collaborator.asked',
    theme: 'people',
    icon: 'user-check',
    label: 'Somebody says that you made a work together',
    tells: sql`
      select asked.member_id, 'work:' || work.id as about,
        jsonb_build_object('by', work.member_id, 'slug', work.slug, 'title', work.title) as data
      from fact join ${projects} work on work.id = fact.subject::uuid
        join ${members} member on member.handle = (fact.data ->> 'with')::citext
        join ${projectCollaborators} asked on asked.project_id = work.id and asked.member_id = member.id and asked.agreed_at is null`,
    says: (told) => words`${everybody(told)} says that you made ${told.data.title ?? 'a work'} together`,
    opens: ({ slug }) => (slug ? `/works/${slug}` : '/works'),
    mail: 'daily',
    push: 'at-once',
  },
} satisfies Record<string, Kind>
