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
import type { QuestionResult, SurveyResults } from './inputs.ts'

// INS-3: nothing is told about fewer than five people, and no share in hundred of fewer than ten.
export const ENOUGH = 5
export const ENOUGH_FOR_SHARES = 10

type Asked = { id: string; title: string; afterDays: number; questions: Question[]; asked: number; said: Said[] | null }
// `who` tells two people apart, and never leaves this file.
type Said = { who: string; answers: Record<string, string | number | boolean> }

export async function readResults({ db, member }: MemberCtx, { slug }: ProgramSlug): Promise<SurveyResults> {
  const { program, surveys } = await readTogether(db, {
    program: sql`select program.id ${organised(slug, member.id)}` as Shelf<{ id: string }>,
    surveys: asked(slug, member.id),
  })
  if (program.length === 0) throw notFound('program')
  return {
    surveys: surveys.map(({ said, questions, ...survey }) => ({
      ...survey,
      answered: said ? said.length : null,
      questions: questions.map((question) => resultOf(question, said ?? [])),
    })),
  }
}

const organised = (slug: string, memberId: string) => sql`from ${programs} program join ${programOrganisers} organiser
  on organiser.program_id = program.id and organiser.member_id = ${memberId}::uuid where program.slug = ${slug}`

// Answers leave the database without names, in no order that tells who was first, and only when there are enough of them.
const asked = (slug: string, memberId: string): Shelf<Asked> => sql`
  select item.id, item.title, item.after_days as "afterDays", item.questions,
    (select count(*)::int from ${surveysAsked} asked where asked.plan_item_id = item.id) as asked,
    (select json_agg(json_build_object('who', md5(said.member_id::text), 'answers', said.answers) order by md5(said.id::text)) from ${surveyAnswers} said where said.plan_item_id = item.id
      having count(distinct said.member_id) >= ${ENOUGH}) as said
  from ${planItems} item where item.kind = 'survey' and item.program_id = (select program.id ${organised(slug, memberId)})
    and (not item.dropped or exists (select from ${surveysAsked} asked where asked.plan_item_id = item.id))
  order by item.after_days, item.place, item.id`

// A question that fewer people answered than that is as silent as a survey would be.
function resultOf({ key, label, kind }: Question, said: Said[]): QuestionResult {
  const given = said.filter(({ answers }) => answers[key] !== undefined)
  const values = given.map(({ answers }) => answers[key])
  const silent = { key, label, kind, count: null, counts: null, mean: null, words: null }
  if (new Set(given.map(({ who }) => who)).size < ENOUGH) return silent
  const result = { ...silent, count: values.length }
  if (kind === 'text') return { ...result, words: values.map(String) }
  if (kind === 'yes-no') return { ...result, counts: [true, false].map((one) => countOf(values, one)) }
  const mean = values.reduce<number>((sum, value) => sum + Number(value), 0) / values.length
  return { ...result, counts: [1, 2, 3, 4, 5].map((one) => countOf(values, one)), mean: Math.round(mean * 10) / 10 }
}

const countOf = (values: unknown[], one: unknown) => values.filter((value) => value === one).length
