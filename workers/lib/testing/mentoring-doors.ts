import type { Belonging } from './belongings.ts'
import { APPLICATION_ACCEPTED, APPLICATION_AT, APPLICATION_BELONGINGS } from './mentoring/applications.ts'
import { CHANGE_ACCEPTED, CHANGE_AT, CHANGE_BELONGINGS } from './mentoring/changes.ts'
import { CIRCLE_ACCEPTED, CIRCLE_AT, CIRCLE_BELONGINGS } from './mentoring/circles.ts'
import { GOAL_ACCEPTED, GOAL_AT, GOAL_BELONGINGS } from './mentoring/goals.ts'
import { JOURNAL_ACCEPTED, JOURNAL_AT, JOURNAL_BELONGINGS } from './mentoring/journal.ts'
import { LOOK_ACCEPTED, LOOK_AT, LOOK_BELONGINGS } from './mentoring/looks.ts'
import { MENTORSHIP_ACCEPTED, MENTORSHIP_AT, MENTORSHIP_BELONGINGS } from './mentoring/mentorships.ts'
import { OUTREACH_ACCEPTED, OUTREACH_AT, OUTREACH_BELONGINGS } from './mentoring/outreach.ts'
import { PAIRING_ACCEPTED, PAIRING_AT } from './mentoring/pairings.ts'
import { PARTICIPANT_ACCEPTED, PARTICIPANT_BELONGINGS } from './mentoring/participants.ts'
import { PHRASE_BELONGINGS } from './mentoring/phrases.ts'
import { PLAN_ACCEPTED, PLAN_AT } from './mentoring/plans.ts'
import { PREFERENCE_ACCEPTED, PREFERENCE_BELONGINGS } from './mentoring/preferences.ts'
import { PROGRAM_ACCEPTED, PROGRAM_AT } from './mentoring/programs.ts'
import { QUIZ_ACCEPTED, QUIZ_AT, QUIZ_BELONGINGS } from './mentoring/quizzes.ts'
import { REQUEST_ACCEPTED, REQUEST_AT, REQUEST_BELONGINGS } from './mentoring/requests.ts'
import { RUBRIC_ACCEPTED, RUBRIC_AT, RUBRIC_BELONGINGS } from './mentoring/rubrics.ts'
import { SUGGESTION_ACCEPTED, SUGGESTION_AT } from './mentoring/suggestions.ts'
import { SUPPLY_ACCEPTED, SUPPLY_AT, SUPPLY_BELONGINGS } from './mentoring/supplies.ts'
import { TASK_ACCEPTED, TASK_AT, TASK_BELONGINGS } from './mentoring/tasks.ts'
import { TEMPLATE_ACCEPTED, TEMPLATE_AT, TEMPLATE_BELONGINGS } from './mentoring/templates.ts'
import { TESTIMONIAL_ACCEPTED, TESTIMONIAL_AT, TESTIMONIAL_BELONGINGS } from './mentoring/testimonials.ts'
import type { Somebody } from './people.ts'
import type { World } from './world.ts'

type Make<T> = (world: World, keeper: Somebody) => T | Promise<T>

// What the doors of mentoring accept, where they are, and whose their things are: one file for each noun.
export const MENTORING_ACCEPTED: Record<string, Make<Record<string, unknown>>> = {
  ...REQUEST_ACCEPTED,
  ...MENTORSHIP_ACCEPTED,
  ...TASK_ACCEPTED,
  ...LOOK_ACCEPTED,
  ...TEMPLATE_ACCEPTED,
  ...CIRCLE_ACCEPTED,
  ...CHANGE_ACCEPTED,
  ...TESTIMONIAL_ACCEPTED,
  ...RUBRIC_ACCEPTED,
  ...QUIZ_ACCEPTED,
  ...OUTREACH_ACCEPTED,
  ...PREFERENCE_ACCEPTED,
  ...SUPPLY_ACCEPTED,
  ...SUGGESTION_ACCEPTED,
  ...PARTICIPANT_ACCEPTED,
  ...GOAL_ACCEPTED,
  ...JOURNAL_ACCEPTED,
  ...PROGRAM_ACCEPTED,
  ...APPLICATION_ACCEPTED,
  ...PLAN_ACCEPTED,
  ...PAIRING_ACCEPTED,
}

export const MENTORING_AT: Record<string, Make<string>> = {
  ...REQUEST_AT,
  ...MENTORSHIP_AT,
  ...TASK_AT,
  ...LOOK_AT,
  ...TEMPLATE_AT,
  ...CIRCLE_AT,
  ...CHANGE_AT,
  ...TESTIMONIAL_AT,
  ...RUBRIC_AT,
  ...QUIZ_AT,
  ...OUTREACH_AT,
  ...SUPPLY_AT,
  ...SUGGESTION_AT,
  ...GOAL_AT,
  ...JOURNAL_AT,
  ...PROGRAM_AT,
  ...APPLICATION_AT,
  ...PLAN_AT,
  ...PAIRING_AT,
}

export const MENTORING_BELONGINGS: Record<string, Belonging> = {
  ...REQUEST_BELONGINGS,
  ...MENTORSHIP_BELONGINGS,
  ...TASK_BELONGINGS,
  ...LOOK_BELONGINGS,
  ...TEMPLATE_BELONGINGS,
  ...CIRCLE_BELONGINGS,
  ...CHANGE_BELONGINGS,
  ...TESTIMONIAL_BELONGINGS,
  ...QUIZ_BELONGINGS,
  ...OUTREACH_BELONGINGS,
  ...PREFERENCE_BELONGINGS,
  ...SUPPLY_BELONGINGS,
  ...PARTICIPANT_BELONGINGS,
  ...PHRASE_BELONGINGS,
  ...GOAL_BELONGINGS,
  ...APPLICATION_BELONGINGS,
  ...JOURNAL_BELONGINGS,
  ...RUBRIC_BELONGINGS,
}
