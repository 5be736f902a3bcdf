import type { Reactions } from './lib/jobs/announce.ts'
import { askToConfirmLater, welcomeLater } from './notifications/newsletter/newsletter.ts'
import { mailAlertLater } from './upkeep/alerts.ts'

export const reactions: Reactions = {
  'newsletter.requested': [askToConfirmLater],
  'newsletter.confirmed': [welcomeLater],
  'job.died': [mailAlertLater],
}
