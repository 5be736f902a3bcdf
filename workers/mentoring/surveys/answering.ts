import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { readTogether, type Shelf } from '#db/reading.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { planItems, programs, type Question, surveyAnswers, surveysAsked } from '#db/schema/mentoring/programs.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { isOneOf } from '../sight.ts'
import type { Answers, Survey, SurveyId, SurveySearch } from './inputs.ts'

// What one is asked, as one of the two; somebody who teaches several is asked about each of them.
export async function readSurvey({ db, member }: MemberCtx, { id }: SurveyId, { pair }: SurveySearch): Promise<Survey> {
  const { survey } = await readTogether(db, { survey: surveyFor(member.id, id, pair ?? null) })
  return survey[0] ?? refuse(notFound('survey'))
}

const surveyFor = (memberId: string, item: string, pair: string | null): Shelf<Survey> => sql`
  select item.id as item, pair.id as pair, item.title, item.text, program.name as program, other.name as with, program.sight = 'content' as openly,
    item.questions, (select said.answers from ${surveyAnswers} said where said.plan_item_id = item.id and said.mentorship_id = pair.id
      and said.member_id = ${memberId}::uuid) as answers, asked.open_until as "openUntil", asked.open_until > now() as "isOpen"
  ${askedOf(memberId, item, pair)} order by asked.open_until > now() desc, asked.asked_at desc, pair.id limit 1`

const askedOf = (memberId: string | SQL, item: string, pair: string | null) => sql`
  from ${surveysAsked} asked join ${mentorships} pair on pair.id = asked.mentorship_id and ${isOneOf(memberId)}
    join ${planItems} item on item.id = asked.plan_item_id join ${programs} program on program.id = item.program_id
    join ${members} other on other.id = case when pair.mentor_id = ${memberId}::uuid then pair.participant_id else pair.mentor_id end
  where asked.plan_item_id = ${item}::uuid and (${pair}::uuid is null or pair.id = ${pair}::uuid)`

// Once for each of the two and each pair: whoever answers again changes what they said, as long as it is open.
export async function answerSurvey(ctx: MemberCtx, which: SurveyId, { pair, answers }: Answers) {
  const survey = await readSurvey(ctx, which, { pair })
  if (!survey.isOpen) throw closed()
  const said = fitting(survey.questions, answers)
  const [kept] = await commit(
    ctx,
    ctx.db
      .insert(surveyAnswers)
      .select(
        sql`select ${newId()}::uuid, asked.plan_item_id, asked.mentorship_id, ${ctx.member.id}::uuid, ${JSON.stringify(said)}::jsonb, now()
          ${askedOf(ctx.member.id, which.id, pair)} and asked.open_until > now()`,
      )
      .onConflictDoUpdate({
        target: [surveyAnswers.planItemId, surveyAnswers.mentorshipId, surveyAnswers.memberId],
        set: { answers: sql`excluded.answers`, at: sql`excluded.at` },
      })
      .returning({ id: surveyAnswers.id }),
    fact('survey.answered'),
  )
  return kept ? { id: kept.id, openUntil: survey.openUntil } : refuse(closed())
}

const closed = () => conflict('This survey is closed by now. What you said before stays as it was.', 'survey_closed')

// Every question may be left out, but not all of them; an answer is of the kind that was asked for.
function fitting(questions: Question[], given: Answers['answers']) {
  const said: Said = {}
  for (const { key, kind } of questions) {
    const value = (given as Said)[key]
    if (value === undefined || value === '') continue
    const fits = FITTING[kind](value)
    if (fits === undefined) throw invalid([{ path: `answers.${key}`, message: NEEDS[kind] }])
    said[key] = fits
  }
  const unknown = Object.keys(given).find((key) => questions.every((question) => question.key !== key))
  if (unknown) throw invalid([{ path: `answers.${unknown}`, message: 'Nobody asked this question.' }])
  if (Object.keys(said).length === 0)
    throw invalid([{ path: `answers.${questions[0]?.key}`, message: 'Please answer at least one question.' }])
  return said
}

type Value = string | number | boolean
type Said = Record<string, Value | undefined>

const FITTING: Record<Question['kind'], (value: Value) => Value | undefined> = {
  rating: (value) => (/^[1-5]$/.test(String(value)) && typeof value !== 'boolean' ? Number(value) : undefined),
  'yes-no': (value) =>
    typeof value === 'boolean' ? value : ({ yes: true, no: false } as const)[String(value) as 'yes'],
  text: (value) => (typeof value === 'string' ? value : undefined),
}

const NEEDS: Record<Question['kind'], string> = {
  rating: 'Please choose from one to five.',
  'yes-no': 'Yes or no?',
  text: 'Please answer in words.',
}
