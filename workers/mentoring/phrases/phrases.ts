import { and, eq, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { pages, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { type CommentKind, phrases } from '#db/schema/mentoring/feedback.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { skills } from '#db/schema/people/skills.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { AtHand, PhraseId, PhrasePage, PhraseSearch } from './inputs.ts'

const PAGE = 24
const OFFERED = 6

// One's own words for work of the same skill, offered where a look is about to be finished; what was said most stands first.
export const phrasesAtHand = (memberId: string, taskId: string): Shelf<AtHand> => sql`
  select phrase.id, phrase.kind, phrase.words from ${phrases} phrase
  join ${tasks} task on task.id = ${taskId}::uuid and task.set_by_id = ${memberId}::uuid and task.state = 'handed-in'
    and phrase.skill_id is not distinct from task.skill_id
  where phrase.owner_id = ${memberId}::uuid
  order by phrase.uses desc, phrase.last_used_at desc, phrase.id limit ${OFFERED}`

// What was said is kept once, and counted each time. `changed` is a look that was finished, with its task.
export const rememberPhrases = (
  { member }: MemberCtx,
  said: { kind: CommentKind; words: string }[],
  changed: SQL,
): SQL => sql`
  insert into ${phrases} (id, owner_id, kind, words, skill_id, uses)
  select said.id, ${member.id}::uuid, said.kind, said.words, task.skill_id, said.uses
  from ${changed} join ${tasks} task on task.id = changed.task_id,
    jsonb_to_recordset(${JSON.stringify(counted(said))}::jsonb) said (id uuid, kind text, words text, uses int)
  on conflict (owner_id, coalesce(skill_id, owner_id), kind, md5(words))
    do update set uses = ${phrases}.uses + excluded.uses, last_used_at = now()
  returning 1`

function counted(said: { kind: CommentKind; words: string }[]) {
  const same = Object.values(Object.groupBy(said, ({ kind, words }) => `${kind} ${words}`))
  return same.map((all = []) => ({ id: newId(), kind: all[0]?.kind, words: all[0]?.words, uses: all.length }))
}

const mine = pages<PhrasePage>({
  name: 'phrases',
  rows: sql`select phrase.id, phrase.kind, phrase.words, skill.name as skill, phrase.uses, phrase.last_used_at as "lastUsedAt"
    from ${phrases} phrase left join ${skills} skill on skill.id = phrase.skill_id
    where phrase.owner_id = ${slot('me')}::uuid and ${whenGiven('skill', sql`skill.slug = ${slot('skill')}`)}
      and ${whenGiven('id', sql`(phrase.last_used_at, phrase.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by phrase.last_used_at desc, phrase.id desc limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("lastUsedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

export function readPhrases({ db, member }: MemberCtx, { skill, after }: PhraseSearch) {
  const [id, since] = after ?? []
  return mine(db, { me: member.id, skill, id, since })
}

export async function letPhraseGo(ctx: MemberCtx, { id }: PhraseId) {
  const [gone] = await commit(
    ctx,
    ctx.db
      .delete(phrases)
      .where(and(eq(phrases.id, id), eq(phrases.ownerId, ctx.member.id)))
      .returning({ id: phrases.id }),
    fact('phrase.let-go'),
  )
  return gone ?? refuse(notFound('phrase'))
}
