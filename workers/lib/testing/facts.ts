import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { events } from '#db/schema/events.ts'
import { workedTogether } from '#db/schema/people/endorsements.ts'
import { skillCategories, skills } from '#db/schema/people/skills.ts'
import { jobs } from '#workers/jobs.ts'
import { reactions } from '#workers/reactions.ts'
import type { Ctx } from '../context.ts'
import { announceFacts } from '../jobs/announce.ts'
import { consume } from '../jobs/consume.ts'
import { aBatch } from './queue.ts'
import type { World } from './world.ts'

type Told = { subject: string; actor?: { id: string } | undefined; data?: Record<string, unknown> }

// As if another domain had just told it.
export async function aFact(world: World, name: string, { subject, actor, data = {} }: Told): Promise<number> {
  const [row] = await world
    .ctx()
    .db.insert(events)
    .values({ name, subject, actor: actor ? `member:${actor.id}` : 'guest', data })
    .returning({ id: events.id })
  return row?.id ?? 0
}

export async function aSkill(world: World, name = 'Bookbinding') {
  const slug = name.toLowerCase().replaceAll(' ', '-')
  const { db } = world.ctx()
  await db.insert(skillCategories).values({ slug: 'crafts', name: 'Crafts' }).onConflictDoNothing()
  const ladder = ['one', 'two', 'three', 'four', 'five']
  const row = { id: newId(), slug, name, category: 'crafts', summary: name, description: name, firstStep: name, ladder }
  await db.insert(skills).values(row)
  return row
}

export async function worked(world: World, one: { id: string }, other: { id: string }) {
  const pairs = [
    { memberId: one.id, otherId: other.id, on: 'a quilt' },
    { memberId: other.id, otherId: one.id, on: 'a quilt' },
  ]
  await world.ctx().db.insert(workedTogether).values(pairs)
}

// So many members who all worked with one, made in the database at once.
export async function acquaintances(world: World, one: { id: string }, count: number) {
  const { db } = world.ctx()
  await db.execute(sql`
    insert into members (id, handle, name, time_zone)
    select gen_random_uuid(), 'friend-' || n, 'Friend ' || n, 'Europe/Madrid' from generate_series(1, ${count}::int) n`)
  await db.execute(sql`
    insert into accounts (member_id, email, age_band, terms_version)
    select id, handle || '@example.org', 'adult', '2026-11' from members where handle like 'friend-%'`)
  await db.execute(sql`
    insert into worked_together (member_id, other_id, "on")
    select ${one.id}::uuid, id, 'a quilt' from members where handle like 'friend-%'`)
}

// Like world.settle, with another outside.
export async function settleWith(world: World, changed: Partial<Ctx>) {
  const open = (name: string): Ctx => ({ ...world.ctx({ kind: 'job', name }), ...changed })
  await announceFacts(open('announce'), reactions)
  while (world.queue.length > 0) await consume(aBatch(world.queue.splice(0)), jobs, open)
}
