import { z } from 'zod'
import { ANSWERS, COMMENT_KINDS } from '#db/schema/mentoring/feedback.ts'
import { msOf } from './moments.ts'

const A_PART = 'A place lies within the picture: from 0 to 100 % from the left, and from the top.'
const A_CLOCK = 'A moment is told in minutes and seconds: 1:05.'
const part = z.number(A_PART).min(0, A_PART).max(1, A_PART).optional()

const Comment = z
  .strictObject({
    kind: z.enum(COMMENT_KINDS).default('actionable'),
    words: z.string().trim().max(2000).default(''),
    // A place in a picture, as parts of its width and height, or a moment in sound and film.
    media: z.uuid().optional(),
    x: part,
    y: part,
    atMs: z.number(A_CLOCK).int().min(0).max(86_400_000, A_CLOCK).optional(),
  })
  .refine(isWhole, { path: ['media'], message: 'A pin needs its file, and in it one place or one moment.' })

type Pin = { media?: string | undefined; x?: number | undefined; y?: number | undefined; atMs?: number | undefined }

function isWhole({ media, x, y, atMs }: Pin) {
  const isPlace = x !== undefined && y !== undefined && atMs === undefined
  const isMoment = atMs !== undefined && x === undefined && y === undefined
  return media ? isPlace || isMoment : x === undefined && y === undefined && atMs === undefined
}

// A form tells a place in hundredths and a moment as it stands on a clock; a line that points nowhere leaves all of it empty.
const typed = z.string().trim().max(40).optional()
const TypedPin = z.looseObject({ media: typed, left: typed, top: typed, moment: typed })

function pointed(line: unknown) {
  const given = TypedPin.safeParse(line)
  if (!given.success) return line
  const { media, left, top, moment, ...comment } = given.data
  const pin = { media, x: hundredth(left), y: hundredth(top), atMs: moment ? msOf(moment) : undefined }
  return {
    ...comment,
    ...Object.fromEntries(Object.entries(pin).filter(([, part]) => part !== undefined && part !== '')),
  }
}

const hundredth = (text = '') => (text === '' ? undefined : Number(text.replace(',', '.')) / 100)

const Level = z.union([z.literal('').transform(() => undefined), z.coerce.number().int().min(1).max(6)])

// Lines of a form that were left empty say nothing.
export const Comments = z
  .array(Comment)
  .max(20)
  .default([])
  .transform((all) => all.filter(({ words }) => words !== ''))

// What a form leaves open is not judged.
export const Scores = z
  .array(z.strictObject({ criterion: z.string().max(40), level: Level.optional() }))
  .max(8)
  .default([])
  .transform((all) => Object.fromEntries(all.flatMap(({ criterion, level }) => (level ? [[criterion, level]] : []))))

export const NewFeedback = z
  .strictObject({
    submission: z.uuid(),
    verdict: z.enum(['accepted', 'again'], 'Is it done, or would one more version help?'),
    words: z.string().trim().max(8000).default(''),
    comments: Comments,
    scores: Scores,
    rewrite: z.string().trim().max(4000).default(''),
    nextStep: z.string().trim().max(1000).default(''),
    level: z.union([z.literal('').transform(() => undefined), z.coerce.number().int().min(1).max(5)]).optional(),
  })
  .refine(({ words, comments }) => words !== '' || comments.length > 0, {
    path: ['words'],
    message: 'Please say at least one thing: what works, or what would make it better.',
  })
  .refine(({ verdict, comments, nextStep }) => verdict === 'accepted' || comments.length > 0 || nextStep !== '', {
    path: ['nextStep'],
    message: 'Asking for one more version, please say what it is to change.',
  })
export type NewFeedback = z.output<typeof NewFeedback>

const Lines = z.looseObject({ comments: z.array(z.unknown()) })

export const linesPointed = (form: unknown) => {
  const given = Lines.safeParse(form)
  return given.success ? { ...given.data, comments: given.data.comments.map(pointed) } : form
}

export const TypedFeedback = z.preprocess(linesPointed, NewFeedback)

export const GivenFeedback = z.strictObject({ id: z.uuid(), verdict: z.enum(['accepted', 'again']) })

export const CommentId = z.strictObject({ id: z.uuid() })
export type CommentId = z.output<typeof CommentId>

export const CommentAnswer = z.strictObject({ answer: z.enum(ANSWERS) })
export type CommentAnswer = z.output<typeof CommentAnswer>

export const AnsweredComment = z.strictObject({ id: z.uuid(), answer: z.enum(ANSWERS) })

export const FeedbackId = z.strictObject({ id: z.uuid() })
export type FeedbackId = z.output<typeof FeedbackId>

export const Help = z.strictObject({ helped: z.coerce.number('How much did it help?').int().min(1).max(5) })
export type Help = z.output<typeof Help>

export const HelpSaid = z.strictObject({ id: z.uuid(), helped: z.number().int() })
