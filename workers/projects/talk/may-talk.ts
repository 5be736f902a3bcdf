import { sql } from 'drizzle-orm'
import type { MemberCtx } from '#workers/lib/context.ts'
import { areAtPeace } from '#workers/mentoring/sight.ts'
import { seesWork } from '../sight.ts'

// Whoever sees a work may say something about it, unless one of the two has blocked the other. `work` and `maker` are known.
export const isOpenToTalk = ({ member }: MemberCtx) =>
  sql`${seesWork({ id: member.id })} and ${areAtPeace(sql`work.member_id`, member.id)}`
