import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { accounts } from '#db/schema/accounts.ts'
import { contacts } from '#db/schema/mentoring/outreach.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { resources } from '#db/schema/mentoring/resources.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { brokenLink } from '#workers/accounts/links.ts'
import { hashOf } from '#workers/accounts/sign-ins/tokens.ts'
import type { Ctx } from '#workers/lib/context.ts'

export type Opened = {
  id: string
  state: 'sent' | 'accepted' | 'declined' | 'withdrawn' | 'expired'
  name: string
  email: string
  ageBand: 'adult' | '16-17' | '13-15' | 'under-13'
  words: string
  skills: { slug: string; name: string }[]
  goals: string[]
  supplies: { name: string; unit: string; quantity: number }[]
  task: { title: string; description: string; dueOn: string | null } | null
  expiresAt: string
  mentor: { handle: string; name: string; portrait: string | null; craft: string; timeZone: string }
  // How often somebody noted that they were in touch: what may come along.
  contacts: number
  // Whether the address it was sent to has an account; only whoever holds the link learns that.
  hasAccount: boolean
}

// What the link in the mail opens. Looking changes nothing: mail programs look, too.
export async function lookAtInvitation(ctx: Ctx, token: string): Promise<Opened> {
  const { opened } = await readTogether(ctx.db, { opened: behind(token) })
  const [one] = opened
  if (!one || one.state === 'withdrawn' || one.state === 'expired' || one.state === 'declined') throw brokenLink()
  return one
}

const behind = (token: string): Shelf<Opened> => sql`
  select one.id, case when one.state = 'sent' and one.expires_at <= now() then 'expired' else one.state end as state, one.name, one.email,
    one.age_band as "ageBand", one.words, one.goals, one.task, one.expires_at as "expiresAt",
    (select coalesce(json_agg(json_build_object('slug', skill.slug, 'name', skill.name) order by skill.name), '[]')
      from jsonb_to_recordset(one.skills) named ("skillId" uuid) join ${skills} skill on skill.id = named."skillId") as skills,
    (select coalesce(json_agg(json_build_object('name', what.name, 'unit', what.unit, 'quantity', named.quantity) order by what.name), '[]')
      from jsonb_to_recordset(one.supplies) named ("resourceId" uuid, quantity int) join ${resources} what on what.id = named."resourceId") as supplies,
    json_build_object('handle', mentor.handle, 'name', mentor.name, 'portrait', mentor.portrait, 'craft', mentor.craft, 'timeZone', mentor.time_zone) as mentor,
    (select count(*)::int from ${contacts} log where log.prospect_id = one.prospect_id) as contacts,
    exists (select from ${accounts} account where account.email = one.email) as "hasAccount"
  from ${invitations} one join ${members} mentor on mentor.id = one.mentor_id and mentor.standing <> 'gone'
  where one.link_hash = ${hashOf(token)}`
