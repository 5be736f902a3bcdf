import type { SeedMember } from './member.ts'

export const longTable: SeedMember[] = [
  {
    handle: 'thandi',
    name: 'Thandeka Mabuza',
    craft: 'Keeps the calendar and the peace',
    place: 'Johannesburg',
    timeZone: 'Africa/Johannesburg',
    languages: ['zu', 'st', 'en'],
    story:
      'Thirty years a shop steward in a clothing factory, so I have sat at tables where the only thing both sides agreed on was the tea. I began to bring my own biscuits, and noticed that people lower their voice to ask for the last one. For the guild I run the programmes: who meets whom, until when, and what happens if it does not work. It is allowed not to work. Hlala phansi, sit down, and tell me what you wanted before you were angry. If your mentor has gone quiet, do not write to them a third time. Write to me.',
    roles: ['organiser'],
    teaches: { facilitation: 5, mediation: 5, negotiation: 5 },
    learns: { dressmaking: 3, 'data-visualisation': 1 },
    joinedDaysAgo: 1344,
    quote: 'It is allowed not to work.',
  },
  {
    handle: 'consuelo',
    name: 'Consuelo Batungbakal',
    craft: 'Wrote radio dramas, now asks old people questions',
    place: 'Iloilo',
    timeZone: 'Asia/Manila',
    languages: ['hil', 'fil', 'en'],
    story:
      'For twenty-two years I killed somebody every Friday at four, on the provincial radio, so that the jeepneys would stop to listen. An entire port waited for my widows. When they replaced us with music I kept the microphones. Now I record people over seventy about one object each: a ladle, a bicycle, a bad tooth. Never ask an old man about the war; ask what was in his pockets. Kuwento muna, the story first, and the forms later. I teach people to be silent for nine seconds. It is the hardest thing I know, and look how much I am talking.',
    roles: ['mentor'],
    teaches: { 'oral-history': 5, editing: 4 },
    learns: { 'home-recording': 3, 'self-hosting': null },
    joinedDaysAgo: 655,
    quote: 'Never ask about the war. Ask what was in his pockets.',
  },
  {
    handle: 'nolwenn',
    name: 'Nolwenn Le Goff',
    craft: 'Turns official letters into letters',
    place: 'Finistère',
    timeZone: 'Europe/Paris',
    languages: ['fr', 'br', 'en'],
    story:
      'I was a sign-language interpreter in courts, and I saw people nod at sentences that nobody in the room could have drawn. So I changed sides. I take a letter from an office and rewrite it until my neighbour’s son, who is eleven, can tell me what to do next. Une phrase, une idée. My chair gets a puncture about twice a year and the rest of the time it is the fastest thing in the village. Trugarez d’avance for sending me your most horrible paragraph. I collect them in a folder called treasure.',
    roles: ['participant'],
    teaches: { 'plain-writing': 5, translation: 5 },
    learns: { letterpress: 1, 'web-accessibility': 3 },
    joinedDaysAgo: 381,
    quote: 'Send me your most horrible paragraph.',
  },
]
