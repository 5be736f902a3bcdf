import { answerAddressLater, tellOldAddressLater } from './accounts/addresses/mailing.ts'
import { forgetTheDeparted } from './accounts/departures/forgetting.ts'
import { mailDepartureLater } from './accounts/departures/mailing.ts'
import { dropOldExports } from './accounts/exports/exports.ts'
import { gatherExportLater, mailExportLater } from './accounts/exports/gathering.ts'
import { forgetOldAccess } from './accounts/forgetting.ts'
import { closeWithoutGuardian, tellOfClosingLater } from './accounts/guardians/closing.ts'
import {
  askGuardianLater,
  remindGuardians,
  tellFormerGuardianLater,
  tellOfDecisionLater,
} from './accounts/guardians/mailing.ts'
import { answerSignUpLater } from './accounts/joining/mailing.ts'
import { mailResetLater } from './accounts/passwords/resets.ts'
import { tellOfRemovalLater } from './accounts/second-step/removing.ts'
import { tellOfNewDeviceLater, tellOfReplayLater } from './accounts/sign-ins/telling.ts'
import { announceFacts } from './lib/jobs/announce.ts'
import { type Cron, cron, type Job } from './lib/jobs/later.ts'
import { auditBooks } from './marketplace/audit/auditing.ts'
import { handInAnswerLater, handInWhatWaits } from './marketplace/disputes/handing-in.ts'
import { showAgain } from './marketplace/listings/showing-again.ts'
import { letGoOfWhatRanOut } from './marketplace/orders/letting-go.ts'
import { forgetWhatWaited } from './marketplace/orders/member-data.ts'
import { followRefunds, sendRefundLater } from './marketplace/orders/refunding.ts'
import { writeToBuyerLater } from './marketplace/orders/writing-to-buyer.ts'
import { workOffLater } from './marketplace/payments/inbox.ts'
import { fetchWhatWasMissed, lookAgain } from './marketplace/payments/reconciling.ts'
import { followPayouts, sendAskedLater, sendPayoutLater, settlePayoutLater } from './marketplace/payouts/sending.ts'
import { markMilestonesLater } from './marketplace/savings/milestones.ts'
import { learnAtNight, learnHeadLater } from './matching/nights/learning.ts'

import { priceAtNight, priceLater } from './matching/pricing/pricing.ts'

import { remindOfChoosing } from './matching/programs/choosing/reminding.ts'
import { leaveDraftsLater } from './matching/programs/leaving.ts'
import { goOnTelling, tellPairsLater } from './matching/programs/publishing.ts'
import { goOnPairing, pairProgramLater } from './matching/programs/running.ts'
import { findTalksLater, goOnFindingTalks } from './matching/programs/talks/talks.ts'
import { letGoOfDrafts, unsayLater } from './matching/programs/unsaying.ts'

import { recommendLater, recommendSeveralLater, recommendWhoIsDue } from './matching/recommendations/recommending.ts'
import { emptyWaysLater, emptyWishesLater } from './matching/slates/emptying.ts'
import { forgetOldSlates } from './matching/slates/forgetting-old.ts'
import { rememberAskedLater, rememberSlateLater } from './matching/slates/remembering.ts'
import { matchThisWeek, matchWeekLater } from './matching/weekly/weekly.ts'
import { lookAtLater } from './media/looking.ts'
import { refineLater } from './media/refining.ts'
import { sweepMedia } from './media/sweeping.ts'
import { tidyLater } from './media/tidying.ts'
import { askHowItGoes } from './mentoring/goals/working.ts'
import { handOnLooks } from './mentoring/looks/handing-on.ts'
import { closeAllThatIsAnswered, closeWhatIsAnsweredLater } from './mentoring/mentorships/answered.ts'
import { watchSilences } from './mentoring/mentorships/nudging.ts'
import { resumeWhatRested } from './mentoring/mentorships/pausing.ts'
import { remindOfPeople } from './mentoring/outreach/reminding.ts'
import { beginWhatStillWaits, beginWhatWaitedLater } from './mentoring/participants/beginning.ts'
import { expireInvitations } from './mentoring/participants/invitations.ts'
import { mailInvitationLater } from './mentoring/participants/mailing.ts'
import { bringPlanLater, givePlanLater } from './mentoring/plan/giving.ts'
import { passOnWhatWaits } from './mentoring/requests/going-on.ts'
import { remindOfWhatIsDue } from './mentoring/supplies/reminding.ts'
import { askWhoseDayHasCome } from './mentoring/surveys/asking.ts'
import { tellOfAccountChangeLater } from './notifications/account-changes/telling.ts'
import { noticeJobs } from './notifications/jobs.ts'
import { askToConfirmLater, welcomeLater } from './notifications/newsletter/newsletter.ts'
import { forgetOldNotices } from './notifications/old-notices.ts'
import { sendWhatIsDue } from './notifications/sending/sending.ts'
import { renewWeekLater, renewWeeks } from './people/my-times/renewing.ts'
import { clearAwayLater } from './people/portraits/folder.ts'
import { buildLater, buildSeveralLater } from './portfolios/building.ts'
import { collectOld } from './portfolios/collecting.ts'
import { findColourLater } from './portfolios/colours/colours.ts'
import { forgetOldLetters } from './portfolios/contact/letters.ts'
import { mailLetterLater } from './portfolios/contact/mailing.ts'
import { buildChanged } from './portfolios/following.ts'
import { dropOldCopies } from './portfolios/taking-along/copies.ts'
import { packSiteLater } from './portfolios/taking-along/packing.ts'
import { reactions } from './reactions.ts'
import { clearLogosAwayLater } from './settings/logo/clearing.ts'
import { mailAlertLater } from './upkeep/alerts.ts'
import { forgetWhatIsOver } from './upkeep/pruning.ts'

export const jobs: Job[] = [
  answerSignUpLater.job,
  mailResetLater.job,
  answerAddressLater.job,
  tellOldAddressLater.job,
  askGuardianLater.job,
  tellFormerGuardianLater.job,
  tellOfClosingLater.job,
  tellOfDecisionLater.job,
  tellOfNewDeviceLater.job,
  tellOfReplayLater.job,
  tellOfRemovalLater.job,
  tellOfAccountChangeLater.job,
  askToConfirmLater.job,
  welcomeLater.job,
  mailAlertLater.job,
  mailInvitationLater.job,
  beginWhatWaitedLater.job,
  closeWhatIsAnsweredLater.job,
  givePlanLater.job,
  bringPlanLater.job,
  gatherExportLater.job,
  mailExportLater.job,
  mailDepartureLater.job,
  renewWeekLater.job,
  clearAwayLater.job,
  clearLogosAwayLater.job,
  lookAtLater.job,
  tidyLater.job,
  refineLater.job,
  markMilestonesLater.job,
  sendAskedLater.job,
  sendPayoutLater.job,
  settlePayoutLater.job,
  sendRefundLater.job,
  handInAnswerLater.job,
  writeToBuyerLater.job,
  workOffLater.job,
  pairProgramLater.job,
  tellPairsLater.job,
  findTalksLater.job,
  unsayLater.job,
  leaveDraftsLater.job,
  recommendLater.job,
  recommendSeveralLater.job,
  rememberSlateLater.job,
  rememberAskedLater.job,
  emptyWaysLater.job,
  emptyWishesLater.job,
  learnHeadLater.job,
  matchWeekLater.job,
  priceLater.job,
  buildLater.job,
  buildSeveralLater.job,
  findColourLater.job,
  packSiteLater.job,
  mailLetterLater.job,
  ...noticeJobs,
]

export const crons: Cron[] = [
  cron('announce-facts', '* * * * *', (ctx) => announceFacts(ctx, reactions), 50),
  cron('send-what-is-due', '* * * * *', sendWhatIsDue, 55),
  cron('remind-guardians', '17 3 * * *', remindGuardians),
  cron('forget-old-access', '17 3 * * *', forgetOldAccess),
  cron('forget-what-is-over', '17 3 * * *', forgetWhatIsOver),
  cron('forget-old-notices', '17 3 * * *', forgetOldNotices),
  cron('close-without-guardian', '17 3 * * *', closeWithoutGuardian),
  cron('forget-the-departed', '17 3 * * *', forgetTheDeparted),
  cron('forget-buyers', '47 3 * * *', forgetWhatWaited),
  cron('sweep-media', '17 3 * * *', sweepMedia),
  cron('drop-old-exports', '17 3 * * *', dropOldExports),
  cron('pass-on-requests', '* * * * *', passOnWhatWaits, 50),
  cron('recommend-who-is-due', '* * * * *', recommendWhoIsDue, 50),
  cron('match-this-week', '17 3 * * *', matchThisWeek),
  cron('learn-at-night', '17 3 * * *', learnAtNight),
  cron('price-at-night', '17 3 * * *', priceAtNight),
  cron('forget-old-slates', '17 3 * * *', forgetOldSlates),
  cron('go-on-pairing', '* * * * *', goOnPairing, 50),
  cron('go-on-finding-talks', '* * * * *', goOnFindingTalks, 50),
  cron('remind-of-choosing', '17 3 * * *', remindOfChoosing),
  cron('go-on-telling-pairs', '* * * * *', goOnTelling, 50),
  cron('let-go-of-drafts', '17 3 * * *', letGoOfDrafts),
  cron('hand-on-looks', '* * * * *', handOnLooks, 50),
  cron('resume-mentorships', '17 3 * * *', resumeWhatRested),
  cron('watch-silences', '17 3 * * *', watchSilences),
  cron('close-what-is-answered', '17 3 * * *', closeAllThatIsAnswered),
  cron('let-go-of-baskets', '* * * * *', letGoOfWhatRanOut, 50),
  cron('follow-refunds', '* * * * *', followRefunds, 50),
  cron('hand-in-answers', '* * * * *', handInWhatWaits, 50),
  cron('ask-how-goals-go', '17 3 * * *', askHowItGoes),
  cron('remind-of-supplies', '17 3 * * *', remindOfWhatIsDue),
  cron('remind-of-people', '17 3 * * *', remindOfPeople),
  cron('expire-invitations', '* * * * *', expireInvitations, 50),
  cron('begin-what-waits', '17 3 * * *', beginWhatStillWaits),
  cron('ask-for-surveys', '17 3 * * *', askWhoseDayHasCome),
  cron('audit-books', '17 3 * * *', auditBooks),
  cron('show-listings-again', '17 3 * * *', showAgain),
  cron('follow-payouts', '* * * * *', followPayouts, 50),
  cron('look-at-payments-again', '* * * * *', lookAgain, 55),
  cron('fetch-missed-messages', '17 3 * * *', fetchWhatWasMissed),
  cron('build-changed-sites', '* * * * *', buildChanged, 55),
  cron('collect-old-sites', '17 3 * * *', collectOld),
  cron('drop-old-site-copies', '17 3 * * *', dropOldCopies),
  cron('forget-old-letters', '17 3 * * *', forgetOldLetters),
  cron('renew-weeks', '17 3 * * *', renewWeeks),
]
