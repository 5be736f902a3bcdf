import { randomUUID } from 'node:crypto'
import { writeAccessToken } from '#workers/accounts/sign-ins/access-token.ts'
import type { Member } from '#workers/lib/context.ts'
import { ORIGIN, SECRETS, type Stage } from './stage.ts'

export type Person = { id: string; cookie: string }

type Wish = { room?: number; roles?: Member['roles']; secrets?: Record<string, string> }

// Somebody who is signed in; with room for mentees, a mentor.
export async function aPerson(
  { sql }: Pick<Stage, 'sql'>,
  { room, roles = rolesFor(room), secrets = SECRETS }: Wish = {},
): Promise<Person> {
  const [id, signIn, handle] = [randomUUID(), randomUUID(), `p-${randomUUID().slice(0, 8)}`]
  await sql(
    `with member as (insert into members (id, handle, name, roles) values ($1::uuid, $2::text, $2::text, $3::text[]) returning id),
      account as (insert into accounts (member_id, email, age_band, terms_version) select id, $2::text || '@example.org', 'adult', '1' from member),
      here as (insert into sign_ins (id, member_id, way, device, ends_at) select $4::uuid, id, 'password', 'Firefox', now() + interval '1 day' from member)
     insert into availability (member_id, mentees_at_most, week) select id, $5::int, repeat('0', 336)::bit(336) from member`,
    [id, handle, roles, signIn, room ?? 0],
  )
  const member = { id, handle, name: handle, portrait: null, roles, signIn, waiting: false }
  const env = { ORIGIN, ...secrets } as unknown as Env
  return { id, cookie: `${cookieAt(env.ORIGIN)}=${await writeAccessToken(env, member, new Date())}` }
}

const cookieAt = (origin: string) => (origin.startsWith('https:') ? '__Host-access' : 'access')

const rolesFor = (room?: number): Member['roles'] => (room === undefined ? ['participant'] : ['participant', 'mentor'])
