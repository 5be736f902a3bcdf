import type { Job } from '#workers/lib/jobs/later.ts'
import { followZoneLater } from './choices/rescheduling.ts'
import { notifyLater } from './notify.ts'
import { sendDigestLater } from './sending/digest.ts'
import { mailNoticeLater } from './sending/mail-notice.ts'
import { pushNoticeLater } from './sending/push-notice.ts'

export const noticeJobs: Job[] = [
  followZoneLater.job,
  notifyLater.job,
  mailNoticeLater.job,
  pushNoticeLater.job,
  sendDigestLater.job,
]
