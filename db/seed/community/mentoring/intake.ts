import type { FormField, programApplications, RequiredStep } from '#db/schema/mentoring/programs.ts'

type Row = typeof programApplications.$inferSelect

export type SeedApplication = {
  who: string
  daysAgo: number
  answers: Row['answers']
  part?: Row['part']
  round?: string
  state?: Row['state']
  words?: string
  answeredDaysAgo?: number
  stepsDone?: string[]
  reach?: string
}

export type SeedIntake = {
  form: FormField[]
  steps: RequiredStep[]
  // Rounds beside the first one.
  rounds: { name: string; days: [begins: number, ends: number]; seats: number }[]
  applications: SeedApplication[]
}

export const ask = (key: string, label: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  key,
  label,
  kind,
  help: '',
  options: [],
  required: true,
  ...more,
})
