// One question for each day, so that nobody sits before an empty page.
const PROMPTS = [
  'What did your hands understand today before you did?',
  'Which mistake would you make again, and why?',
  'What did somebody say that you still hear?',
  'What is the smallest thing that is better than last week?',
  'Where did you stop, and what would have helped?',
  'What would you show your mentor first, and what last?',
  'Which sound, smell or feeling told you that it is right?',
  'What are you putting off? What is its first inch?',
  'Who could you teach what you learned this week?',
  'What did you throw away, and what did it teach you?',
  'When did you forget the time?',
]

export const promptOf = (day: Date) => PROMPTS[Math.floor(day.getTime() / 86_400_000) % PROMPTS.length] ?? PROMPTS[0]
