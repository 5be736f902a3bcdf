import { answerAddressLater, tellOldAddressLater } from './accounts/addresses/mailing.ts'
import { mailDepartureLater } from './accounts/departures/mailing.ts'
import { gatherExportLater, mailExportLater } from './accounts/exports/gathering.ts'
import { tellOfClosingLater } from './accounts/guardians/closing.ts'
import { askGuardianLater, tellFormerGuardianLater, tellOfDecisionLater } from './accounts/guardians/mailing.ts'
import { answerSignUpLater } from './accounts/joining/mailing.ts'
import { mailResetLater } from './accounts/passwords/resets.ts'
import { tellOfRemovalLater } from './accounts/second-step/removing.ts'
import { tellOfNewDeviceLater, tellOfReplayLater } from './accounts/sign-ins/telling.ts'
import type { Reactions } from './lib/jobs/announce.ts'
import { handInAnswerLater } from './marketplace/disputes/handing-in.ts'
import { sendRefundLater } from './marketplace/orders/refunding.ts'
import { writeToBuyerLater } from './marketplace/orders/writing-to-buyer.ts'
import { workOffLater } from './marketplace/payments/inbox.ts'
import { sendAskedLater } from './marketplace/payouts/sending.ts'
import { markMilestonesLater } from './marketplace/savings/milestones.ts'
import { leaveDraftsLater } from './matching/programs/leaving.ts'
import { tellPairsLater } from './matching/programs/publishing.ts'
import { pairProgramLater } from './matching/programs/running.ts'
import { findTalksLater } from './matching/programs/talks/talks.ts'
import { unsayLater } from './matching/programs/unsaying.ts'
import { recommendLater } from './matching/recommendations/recommending.ts'
import { emptyWaysLater, emptyWishesLater } from './matching/slates/emptying.ts'
import { rememberAskedLater } from './matching/slates/remembering.ts'
import { lookAtLater } from './media/looking.ts'
import { refineLater } from './media/refining.ts'
import { tidyLater } from './media/tidying.ts'
import { closeWhatIsAnsweredLater } from './mentoring/mentorships/answered.ts'
import { beginWhatWaitedLater } from './mentoring/participants/beginning.ts'
import { mailInvitationLater } from './mentoring/participants/mailing.ts'
import { bringPlanLater, givePlanLater } from './mentoring/plan/giving.ts'
import { tellOfAccountChangeLater } from './notifications/account-changes/telling.ts'
import { followZoneLater } from './notifications/choices/rescheduling.ts'
import { askToConfirmLater, welcomeLater } from './notifications/newsletter/newsletter.ts'
import { andNotify } from './notifications/notify.ts'
import { renewWeekLater } from './people/my-times/renewing.ts'
import { clearAwayLater } from './people/portraits/folder.ts'
import { buildLater } from './portfolios/building.ts'
import { findColourLater } from './portfolios/colours/colours.ts'
import { mailLetterLater } from './portfolios/contact/mailing.ts'
import { packSiteLater } from './portfolios/taking-along/packing.ts'

import { clearLogosAwayLater } from './settings/logo/clearing.ts'
import { mailAlertLater } from './upkeep/alerts.ts'

export const reactions: Reactions = andNotify({
  'sign-up.requested': [answerSignUpLater],
  'guardian.asked': [askGuardianLater, tellFormerGuardianLater],
  'guardian.missing': [tellOfClosingLater],
  'guardian.decided': [tellOfDecisionLater, beginWhatWaitedLater],
  'participant.invited': [mailInvitationLater],
  'mentorship.asked': [rememberAskedLater],
  'mentorship.began': [givePlanLater],
  'plan.sent': [bringPlanLater],
  'feedback.given': [closeWhatIsAnsweredLater],
  'task.dropped': [closeWhatIsAnsweredLater],
  'password-reset.requested': [mailResetLater],
  'password.changed': [tellOfAccountChangeLater],
  'password.set': [tellOfAccountChangeLater],
  'address.requested': [answerAddressLater],
  'address.changed': [tellOldAddressLater],
  'sign-in.began': [tellOfNewDeviceLater],
  'sign-in.replayed': [tellOfReplayLater],
  'second-step.turned-on': [tellOfAccountChangeLater],
  'second-step.turned-off': [tellOfAccountChangeLater],
  'second-step.removed': [tellOfRemovalLater],
  'recovery-codes.renewed': [tellOfAccountChangeLater],
  'recovery-code.used': [tellOfAccountChangeLater],
  'passkey.added': [tellOfAccountChangeLater],
  'passkey.removed': [tellOfAccountChangeLater],
  'provider.linked': [tellOfAccountChangeLater],
  'provider.unlinked': [tellOfAccountChangeLater],
  'token.made': [tellOfAccountChangeLater],
  'data-export.requested': [gatherExportLater],
  'data-export.ready': [mailExportLater],
  'member.leaving': [mailDepartureLater],
  'newsletter.requested': [askToConfirmLater],
  'newsletter.confirmed': [welcomeLater],
  'time-zone.changed': [renewWeekLater, followZoneLater],
  'portrait.changed': [clearAwayLater],
  'logo.changed': [clearLogosAwayLater],
  'talks.asked': [findTalksLater],
  'pairing.asked': [pairProgramLater],
  'pairing.decided': [tellPairsLater],
  'program.withdrawn': [leaveDraftsLater],
  'profile.changed': [recommendLater],
  'skill.kept': [recommendLater],
  'skill.let-go': [recommendLater],
  'times.changed': [recommendLater],
  'ways.changed': [recommendLater, emptyWaysLater, unsayLater],
  'wish.kept': [recommendLater, unsayLater],
  'wish.let-go': [recommendLater, emptyWishesLater, unsayLater],
  'suggestion.answered': [recommendLater, unsayLater],
  'site.arranged': [findColourLater],
  'site.published': [buildLater],
  'site.closed': [buildLater],
  'site-copy.asked': [packSiteLater],
  'site-letter.arrived': [mailLetterLater],
  'media.arrived': [lookAtLater],
  'media.ready': [tidyLater, refineLater],
  'media.gone': [tidyLater],
  'books.posted': [markMilestonesLater],
  'jar.changed': [markMilestonesLater],
  'payout.asked': [sendAskedLater],
  'refund.asked': [sendRefundLater],
  'dispute.answered': [handInAnswerLater],
  'dispute.accepted': [handInAnswerLater],
  'purchase.paid': [writeToBuyerLater],
  'order.sent': [writeToBuyerLater],
  'order.said': [writeToBuyerLater],
  'order.returned': [writeToBuyerLater],
  'refund.failed': [writeToBuyerLater],
  'provider-event.arrived': [workOffLater],
  'job.died': [mailAlertLater],
})
