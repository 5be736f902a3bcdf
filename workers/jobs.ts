import { announceFacts } from './lib/jobs/announce.ts'
import { type Cron, cron, type Job } from './lib/jobs/later.ts'
import { tellOfAccountChangeLater } from './notifications/account-changes/telling.ts'
import { noticeJobs } from './notifications/jobs.ts'
import { askToConfirmLater, welcomeLater } from './notifications/newsletter/newsletter.ts'
import { sendWhatIsDue } from './notifications/sending/sending.ts'
import { renewWeekLater, renewWeeks } from './people/my-times/renewing.ts'
import { clearAwayLater } from './people/portraits/folder.ts'
import { reactions } from './reactions.ts'
import { mailAlertLater } from './upkeep/alerts.ts'
import { forgetWhatIsOver } from './upkeep/pruning.ts'

export const jobs: Job[] = [tellOfAccountChangeLater.job, askToConfirmLater.job, welcomeLater.job, mailAlertLater.job, renewWeekLater.job, clearAwayLater.job, ...noticeJobs]

export const crons: Cron[] = [
  cron('announce-facts', '* * * * *', (ctx) => announceFacts(ctx, reactions), 50),
  cron('send-what-is-due', '* * * * *', sendWhatIsDue, 55),
  cron('forget-what-is-over', '17 3 * * *', forgetWhatIsOver),
  cron('renew-weeks', '17 3 * * *', renewWeeks),
]
