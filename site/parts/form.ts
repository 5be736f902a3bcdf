import type { AstroGlobal } from 'astro'
import type { output, ZodType } from 'zod'
import type { Ctx } from '#workers/lib/context.ts'
import { badRequest, type Issue, Refusal } from '#workers/lib/errors.ts'
import { parsed } from '#workers/lib/http/valid.ts'
import { readFields, takesFiles } from './media/brought.ts'

export type Posted<T> = {
  // What was typed, to be shown again: a form never forgets.
  values: Record<string, string>
  errors: { field: string; message: string }[]
  error(field: string): string | undefined
  done?: { result: T }
}

// Members write long texts: two of the longest fit, in a script of which a form writes each sign with nine.
const limitFor = ({ locals }: AstroGlobal) => (locals.ctx.member ? 384 : 32) * 1024

export const NOTHING_POSTED: Posted<never> = shown({}, [])

// What a page does with the form posted to it: check it as the API would, do the work, or show beside each field what is
// wrong. Fields whose names begin with an underscore are for the page itself; a dot in a name makes a list or an object.
export async function posted<Z extends ZodType, T, C extends Ctx>(
  page: AstroGlobal,
  schema: Z,
  work: (ctx: C, input: output<Z>) => Promise<T>,
): Promise<Posted<T>> {
  if (page.request.method !== 'POST') return shown({}, [])
  const { values, issues } = await readFields(page, limitFor(page), takesFiles(schema))
  return issues.length > 0 ? refused(page, 422, values, issues) : attend(page, values, { schema, work })
}

// Underscored fields are handed on as well: which row, which skill a form is about.
type Form<Z extends ZodType, T, C extends Ctx> = {
  schema: Z
  work: (ctx: C, input: output<Z>, values: Record<string, string>) => Promise<T>
}

export const formFor = <Z extends ZodType, T, C extends Ctx>(schema: Z, work: Form<Z, T, C>['work']) =>
  ({ schema, work }) as unknown as Form<ZodType, T, Ctx>

// A page with several forms: each names itself in a field called _form.
export async function postedOneOf<T>(
  page: AstroGlobal,
  forms: Record<string, Form<ZodType, T, Ctx>>,
): Promise<Posted<T> & { which?: string }> {
  if (page.request.method !== 'POST') return shown({}, [])
  const withFiles = Object.values(forms).some(({ schema }) => takesFiles(schema))
  const { values, issues } = await readFields(page, limitFor(page), withFiles)
  const which = values._form ?? ''
  const form = Object.hasOwn(forms, which) ? forms[which] : undefined
  if (!form) throw badRequest('unknown_form', 'This page does not know that form.')
  return { ...(issues.length > 0 ? refused(page, 422, values, issues) : await attend(page, values, form)), which }
}

async function attend<Z extends ZodType, T, C extends Ctx>(
  page: AstroGlobal,
  values: Record<string, string>,
  { schema, work }: Form<Z, T, C>,
): Promise<Posted<T>> {
  const given = parsed(schema, nested(Object.entries(values).filter(([name]) => !name.startsWith('_'))))
  if (!given.success) return refused(page, 422, values, given.issues)
  try {
    return { ...shown(values, []), done: { result: await work(page.locals.ctx as C, given.data, values) } }
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error
    for (const [name, value] of Object.entries(error.headers)) page.response.headers.set(name, value)
    const issues = error.issues.length > 0 ? error.issues : [{ path: '', message: error.message }]
    return refused(page, error.status, values, issues)
  }
}

function refused(page: AstroGlobal, status: number, values: Record<string, string>, issues: Issue[]) {
  page.response.status = status
  return shown(values, issues)
}

function shown(values: Record<string, string>, issues: Issue[]) {
  const errors = issues.map(({ path, message }) => ({ field: path, message }))
  return { values, errors, error: (field: string) => errors.find((error) => error.field === field)?.message }
}

// What was typed into all rows of a list: `files.0`, `files.1`…
export const fieldsOf = ({ values }: Pick<Posted<unknown>, 'values'>, name: string): string[] =>
  Object.entries(values).flatMap(([field, value]) => (field.startsWith(`${name}.`) ? [value] : []))

type Tree = { [name: string]: Tree | string }

export function nested(fields: [name: string, value: string][]): unknown {
  const root: Tree = Object.create(null)
  for (const [name, value] of fields) {
    const path = name.split('.')
    const last = path.pop() ?? ''
    let at = root
    for (const step of path) {
      const next = at[step]
      at = at[step] = typeof next === 'object' ? next : Object.create(null)
    }
    at[last] = value
  }
  return listsIn(root)
}

// { 0: …, 1: … } was meant as a list; gaps close, so that a row can be left out.
function listsIn(tree: Tree): unknown {
  const entries = Object.entries(tree).map(
    ([name, value]) => [name, typeof value === 'object' ? listsIn(value) : value] as const,
  )
  const isList = entries.length > 0 && entries.every(([name]) => /^\d{1,4}$/.test(name))
  return isList
    ? entries.sort(([one], [other]) => Number(one) - Number(other)).map(([, value]) => value)
    : Object.fromEntries(entries)
}
