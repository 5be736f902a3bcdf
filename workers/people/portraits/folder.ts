import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'

// Each member has a folder of their own that tells nobody whose it is.
export const folderOf = (env: Env, memberId: string) =>
  `portraits/${createHmac('sha256', env.LINK_SECRET).update(`portraits ${memberId}`).digest('hex').slice(0, 24)}/`

const Cleared = z.object({ id: z.uuid(), before: z.uuid() })

// Names of files grow with time: whatever is older than the portrait that hangs now is gone for good.
export async function clearAway({ env }: Ctx, { id, before }: z.output<typeof Cleared>) {
  const folder = folderOf(env, id)
  const { objects } = await env.MEDIA.list({ prefix: folder })
  const old = objects.map(({ key }) => key).filter((key) => key.slice(folder.length) < before)
  if (old.length > 0) await env.MEDIA.delete(old)
}

export const clearAwayLater = later('people.clear-away-portraits', Cleared, clearAway)
