import type { Template } from '#workers/mentoring/templates/inputs.ts'

// What the form of a new task is filled with before anything was typed.
export const begunFrom = (template: Template, today: string): Record<string, string> => ({
  title: template.title,
  description: template.description,
  checklist: template.checklist.join('\n'),
  ...(template.skill && { skill: template.skill.slug }),
  ...(template.rubric && { rubric: template.rubric.id }),
  ...(template.daysToDo && today && { dueOn: daysAfter(today, template.daysToDo) }),
  ...Object.fromEntries(template.looksFirst.map((kind) => [`looksFirst.${kind === 'self' ? 0 : 1}`, kind])),
  ...Object.fromEntries(
    template.supplies.slice(0, 3).flatMap(({ supply, quantity }, n) => [
      [`supplies.${n}.supply`, supply],
      [`supplies.${n}.quantity`, String(quantity)],
    ]),
  ),
})

const daysAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

// A list to choose from, with the one that a template brings.
export const withOne = <One extends object>(all: One[], one: One | null | undefined, key: keyof One): One[] =>
  one && !all.some((other) => other[key] === one[key]) ? [...all, one] : all
