import { words } from '#workers/notifications/kinds/words.ts'
import type { Tells } from '../timeline/words.ts'

export const participantTells: Tells = {
  'invitation.accepted': ({ who, data }) => ({
    says: data.task
      ? words`${who} accepted the invitation, and took on a first task: ${String(data.task)}`
      : words`${who} accepted the invitation`,
  }),
}
