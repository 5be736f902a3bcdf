import { createECDH, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { notices } from '#db/schema/notifications.ts'
import type { Somebody } from './people.ts'
import type { World } from './world.ts'

const NOTICE = '0199aaaa-0000-7000-8000-0000000000f1'

export const NOTICE_ACCEPTED = {
  'PUT /api/notification-choices': () => ({
    kinds: { endorsement: { mail: 'weekly', push: 'never' } },
    quietFrom: '22:00',
    quietUntil: '07:00',
    digestHour: '08:00',
    digestDay: '1',
  }),
  'PUT /api/inbox/readings': async (world: World, keeper: Somebody) => {
    const notice = { id: NOTICE, memberId: keeper.id, kind: 'welcome', factId: 1, about: 'welcome' }
    const { db } = world.ctx()
    await db.delete(notices).where(eq(notices.id, NOTICE))
    await db.insert(notices).values(notice)
    return { id: NOTICE, which: 'group' }
  },
  'POST /api/push-subscriptions': () => ({
    endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/door',
    publicKey: createECDH('prime256v1').generateKeys('base64url'),
    secret: randomBytes(16).toString('base64url'),
  }),
}
