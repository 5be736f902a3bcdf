import type { AstroGlobal } from 'astro'
import type { output, ZodType } from 'zod'
import type { Ctx } from '#workers/lib/context.ts'
import { badRequest } from '#workers/lib/errors.ts'
import { type Posted, posted, sentTo } from './form.ts'

type Values = Record<string, string>
type Taking = (page: AstroGlobal, values: Values) => Promise<Posted<unknown>>

// One of several forms on a page; what the page needs to know about it (which row, which skill) comes in underscored fields.
export const takes =
  <Z extends ZodType, C extends Ctx>(
    schema: Z,
    work: (ctx: C, input: output<Z>, values: Values) => Promise<unknown>,
  ): Taking =>
  (page, values) =>
    posted(page, schema, (ctx: C, input) => work(ctx, input, values), values)

// The button that was pressed names the form: <button name="_form" value="…">.
export async function postedOneOf<Name extends string>(page: AstroGlobal, forms: Record<Name, Taking>) {
  const isForm = (name: string | undefined): name is Name => name !== undefined && Object.hasOwn(forms, name)
  if (page.request.method !== 'POST') return { ...NOTHING, which: undefined }
  const values = await sentTo(page)
  const which = values._form
  if (!isForm(which)) throw badRequest('unknown_form', 'This form is not known here. Please open the page again.')
  return { ...(await forms[which](page, values)), which }
}

const NOTHING: Posted<unknown> = { values: {}, errors: [], error: () => undefined }
