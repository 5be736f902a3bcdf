import { sql } from 'drizzle-orm'
import { type Proof, pairings, type Stop } from '#db/schema/mentoring/pairings.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import type { ProgramSlug } from '#workers/mentoring/programs/inputs.ts'
import { blockingIn, checkedAgain } from './drafting.ts'
import { readSetting } from './reading.ts'
import { ownProgram } from './rules.ts'

// What was claimed when the draft was made, and what comes out when it is summed up once more from what was written down.
export type Checked = {
  holds: boolean
  balance: number
  claimed: Proof | null
  proof: Proof | null
  blocking: number | null
  pairs: number
  participants: number
  mentors: number
}

// Nothing comes out where what was written down of people was let go since.
export async function checkPairing(ctx: MemberCtx, { slug }: ProgramSlug): Promise<Checked | undefined> {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select id from ${pairings} where program_id = (${ownProgram(slug, ctx.member.id)}) and state in ('ready', 'running')`)
  const read = rows[0] && (await readSetting(ctx, rows[0].id))
  if (read?.draft.state === 'ready' && !read.draft.found) return undefined
  if (!read?.draft.found) throw notFound('pairing')
  const { setting, now, draft } = read
  const { proof: claimed, prices, stops } = read.draft.found
  const { balance } = draft.rules
  const about = {
    balance,
    pairs: now.length,
    participants: setting.participants.length,
    mentors: setting.mentors.length,
  }
  if (!claimed) {
    const blocking = blockingIn(setting, now)
    const said = stops.find((stop: Stop) => stop.balance === balance)?.blocking
    return {
      ...about,
      claimed,
      proof: null,
      blocking,
      holds: blocking === said,
    }
  }
  const proof = checkedAgain(setting, { together: now, prices })
  const isSameInput = proof.inputHash === claimed.inputHash
  return { ...about, claimed, proof, blocking: null, holds: proof.gap === 0 && proof.broken === 0 && isSameInput }
}
