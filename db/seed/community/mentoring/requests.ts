import type { SeedRequest } from './mentorship.ts'

export const requests: SeedRequest[] = [
  {
    mentor: 'imke',
    participant: 'hasmik',
    skill: 'giving-feedback',
    words:
      'I bake wedding cakes and have begun to teach my niece. When I say what is wrong with a cake she hears what is wrong with her. You look at ugly prints all day and people thank you. How?',
    hoursAgo: 31,
  },
  {
    mentor: 'imke',
    participant: 'ritu',
    skill: 'linocut',
    words:
      'My rings of rain exist on a screen and on paper from a machine. I would like to cut one year by hand, 1987, the driest, about the size of a plate. I have never cut anything harder than a potato.',
    hoursAgo: 76,
    question: 'A lovely year to begin with. Which press could you use, or would it be the back of a spoon?',
  },
  {
    mentor: 'rosa',
    participant: 'togoldor',
    skill: 'letterpress',
    words:
      'Our herders’ letter goes out four times a year on a copier that dies in the cold. Somebody left us a small hand press and three drawers of Cyrillic type, in no order at all. Where does one begin?',
    hoursAgo: 19,
  },
  {
    mentor: 'rosa',
    participant: 'akinyi',
    skill: 'editing',
    words:
      'I wrote the story for my rain game and everybody at the club laughs at the right places, but the start is too long. I am 15 and my guardian knows that I ask. Could you read one page?',
    hoursAgo: 50,
  },
]
