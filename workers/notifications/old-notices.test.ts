import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { deliveries, notices } from '#db/schema/notifications.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld } from '#workers/lib/testing/world.ts'
import { forgetOldNotices } from './old-notices.ts'

const DAY = 86_400_000

describe('notices that grew old', () => {
  it('go once they were read for a year; what nobody read stays', async () => {
    const world = await aWorld()
    const { id } = await aMember(world)
    const { db } = world.ctx()
    const aNotice = async (factId: number, daysAgo: number, isRead: boolean) => {
      const at = new Date(Date.now() - daysAgo * DAY)
      const row = {
        id: newId(),
        memberId: id,
        kind: 'welcome',
        factId,
        about: 'welcome',
        at,
        readAt: isRead ? at : null,
      }
      await db.insert(notices).values(row)
      const sentAt = isRead ? at : null
      await db.insert(deliveries).values({ noticeId: row.id, memberId: id, channel: 'mail', rhythm: 'daily', sentAt })
    }
    await aNotice(1, 400, true)
    await aNotice(2, 400, false)
    await aNotice(3, 90, true)
    await aNotice(4, 1, true)
    await forgetOldNotices(world.ctx())
    const { rows } = await db.execute(sql`
      select fact_id::int as fact, exists (select from deliveries where notice_id = notices.id) as sent from notices order by 1`)
    expect(rows).toEqual([
      { fact: 2, sent: true },
      { fact: 3, sent: false },
      { fact: 4, sent: true },
    ])
  })
})
