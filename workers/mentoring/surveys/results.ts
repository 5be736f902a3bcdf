import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import {
  planItems,
  programOrganisers,
  programs,
  type Question,
  surveyAnswers,
  surveysAsked,
} from '#db/schema/mentoring/programs.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import type { ProgramSlug } from '../programs/inputs.ts'
import { inFives, type Said } from './in-fives.ts'
import type { QuestionResult, SurveyResults } from './inputs.ts'

// INS-3: no share in hundred is told of fewer than ten.
export const ENOUGH_FOR_SHARES = 10

type Asked = { id: string; title: string; afterDays: number; questions: Question[]; asked: number; said: Said[] }

export async function readResults({ db, member }: MemberCtx, { slug }: ProgramSlug): Promise<SurveyResults> {
  const { program, surveys } = await readTogether(db, {
    program: sql`select program.id ${organised(slug, member.id)}` as Shelf<{ id: string }>,
    surveys: asked(slug, member.id),
  })
  if (program.length === 0) throw notFound('program')
  return {
    surveys: surveys.map(({ said, questions, ...survey }) => ({
      ...survey,
      answered: inFives(said, saidAnything).length || null,
      questions: questions.map((question) => resultOf(question, said)),
    })),
  }
}

const organised = (slug: string, memberId: string) => sql`from ${programs} program join ${programOrganisers} organiser
  on organiser.program_id = program.id and organiser.member_id = ${memberId}::uuid where program.slug = ${slug}`

// Answers leave the database without names, and once nobody can change them any more: the moment after, for what was under way.
const asked = (slug: string, memberId: string): Shelf<Asked> => sql`
  select item.id, item.title, item.after_days as "afterDays", item.questions,
    (select count(*)::int from ${surveysAsked} asked where asked.plan_item_id = item.id) as asked,
    (select coalesce(json_agg(json_build_object('who', md5(said.member_id::text), 'answers', said.answers) order by laid.open_until, md5(said.id::text)), '[]')
      from ${surveyAnswers} said join ${surveysAsked} laid on laid.plan_item_id = said.plan_item_id and laid.mentorship_id = said.mentorship_id
      where said.plan_item_id = item.id and laid.open_until < now() - interval '1 minute') as said
  from ${planItems} item where item.kind = 'survey' and item.program_id = (select program.id ${organised(slug, memberId)})
    and (not item.dropped or exists (select from ${surveysAsked} asked where asked.plan_item_id = item.id))
  order by item.after_days, item.place, item.id`

// A question that fewer people answered than that is as silent as a survey would be.
function resultOf({ key, label, kind }: Question, said: Said[]): QuestionResult {
  const values = inFives(said, ({ answers }) => key in answers).map(({ answers }) => answers[key])
  const silent = { key, label, kind, count: null, counts: null, mean: null, words: null }
  if (values.length === 0) return silent
  const result = { ...silent, count: values.length }
  if (kind === 'text') return { ...result, words: values.map(String).sort() }
  if (kind === 'yes-no') return { ...result, counts: [true, false].map((one) => countOf(values, one)) }
  const mean = values.reduce<number>((sum, value) => sum + Number(value), 0) / values.length
  return { ...result, counts: [1, 2, 3, 4, 5].map((one) => countOf(values, one)), mean: Math.round(mean * 10) / 10 }
}

const saidAnything = ({ answers }: Said) => Object.keys(answers).length > 0

const countOf = (values: unknown[], one: unknown) => values.filter((value) => value === one).length
