import { z } from 'zod'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { addEvidence, removeEvidence } from '#workers/people/my-skills/evidence.ts'
import { Assessment, EvidenceId, NewEvidence, SkillBond, SkillWord } from '#workers/people/my-skills/inputs.ts'
import { keepSkill, letGoOfSkill } from '#workers/people/my-skills/my-skills.ts'
import { keepWord, letGoOfWord } from '#workers/people/my-skills/words.ts'
import { formFor } from '../form.ts'

type Values = Record<string, string>

const Nothing = z.strictObject({})

// The forms that settings and arriving share.
export const skillForms = {
  // Taken up without a word about the level; that comes later.
  take: formFor(Nothing, (ctx: MemberCtx, _, values) => keepSkill(ctx, bondIn(values), { level: null })),
  assess: formFor(Assessment, (ctx: MemberCtx, input, values) => keepSkill(ctx, bondIn(values), input)),
  'let-go': formFor(Nothing, (ctx: MemberCtx, _, values) => letGoOfSkill(ctx, bondIn(values))),
  'add-evidence': formFor(NewEvidence, (ctx: MemberCtx, input, { _slug = '' }) => addEvidence(ctx, _slug, input)),
  'remove-evidence': formFor(Nothing, (ctx: MemberCtx, _, { _id }) => removeEvidence(ctx, idOf(_id))),
  'keep-word': formFor(SkillWord, (ctx: MemberCtx, word) => keepWord(ctx, word)),
  'let-go-of-word': formFor(SkillWord, (ctx: MemberCtx, word) => letGoOfWord(ctx, word)),
}

const bondIn = ({ _slug, _bond }: Values) => SkillBond.safeParse({ slug: _slug, bond: _bond }).data ?? missing('skill')

const idOf = (id: string | undefined) => EvidenceId.safeParse({ id }).data?.id ?? missing('evidence')

function missing(what: string): never {
  throw notFound(what)
}
