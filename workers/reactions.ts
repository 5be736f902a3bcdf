import type { Reactions } from './lib/jobs/announce.ts'
import { tellOfAccountChangeLater } from './notifications/account-changes/telling.ts'
import { followZoneLater } from './notifications/choices/rescheduling.ts'
import { askToConfirmLater, welcomeLater } from './notifications/newsletter/newsletter.ts'
import { andNotify } from './notifications/notify.ts'
import { renewWeekLater } from './people/my-times/renewing.ts'
import { clearAwayLater } from './people/portraits/folder.ts'
import { mailAlertLater } from './upkeep/alerts.ts'

export const reactions: Reactions = andNotify({
  'second-step.turned-on': [tellOfAccountChangeLater],
  'second-step.turned-off': [tellOfAccountChangeLater],
  'recovery-codes.renewed': [tellOfAccountChangeLater],
  'recovery-code.used': [tellOfAccountChangeLater],
  'passkey.added': [tellOfAccountChangeLater],
  'passkey.removed': [tellOfAccountChangeLater],
  'provider.linked': [tellOfAccountChangeLater],
  'provider.unlinked': [tellOfAccountChangeLater],
  'token.made': [tellOfAccountChangeLater],
  'newsletter.requested': [askToConfirmLater],
  'newsletter.confirmed': [welcomeLater],
  'time-zone.changed': [renewWeekLater, followZoneLater],
  'portrait.changed': [clearAwayLater],
  'job.died': [mailAlertLater],
})
