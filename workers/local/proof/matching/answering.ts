import { answers } from './answer.ts'

export default {
  fetch: ({ url }: Request) => Response.json(answers(Number(new URL(url).searchParams.get('seed')))),
}
