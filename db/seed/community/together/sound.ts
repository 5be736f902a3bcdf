import type { SeedPair } from './pair.ts'

export const sound: SeedPair[] = [
  {
    who: ['seun', 'andrei'],
    on: 'The bridge recording, mixed by ear across two rivers',
    sinceDaysAgo: 340,
    said: [
      {
        by: 'andrei',
        of: 'seun',
        skill: 'mixing',
        words: 'He mixed water so that I could tell its temperature.',
        daysAgo: 48,
      },
      {
        by: 'seun',
        of: 'andrei',
        skill: 'field-recording',
        words: 'Three hundred mornings. I asked for ten seconds of tram and he asked me which year.',
        daysAgo: 47,
      },
    ],
  },
  {
    who: ['seun', 'yeison'],
    on: 'One song, faders only',
    sinceDaysAgo: 66,
    said: [
      {
        by: 'seun',
        of: 'yeison',
        skill: 'beat-making',
        words: 'I wanted to fix the snare. I was wrong and told him in writing.',
        daysAgo: 15,
      },
      {
        by: 'yeison',
        of: 'seun',
        skill: 'contracts',
        words: 'Una página. I understood every word, and that is why I did not sign the other one.',
        daysAgo: 13,
      },
    ],
  },
  {
    who: ['marguerite', 'andrei'],
    on: 'Ice and trams: a score for both',
    sinceDaysAgo: 500,
    said: [
      {
        by: 'marguerite',
        of: 'andrei',
        skill: 'field-recording',
        words: 'I asked whom he was protecting by cutting the tram. He put it back within the hour.',
        daysAgo: 140,
      },
      {
        by: 'andrei',
        of: 'marguerite',
        skill: 'graphic-scores',
        words: 'I have it on good authority that it looks like a road map. It sounds like March.',
        daysAgo: 62,
      },
    ],
  },
  {
    who: ['marguerite', 'losa'],
    on: 'Six singers read a score of geese',
    sinceDaysAgo: 190,
    said: [
      {
        by: 'losa',
        of: 'marguerite',
        skill: 'sight-reading',
        words: 'My altos had never seen a goose. They came in together all the same.',
        daysAgo: 80,
      },
    ],
  },
  {
    who: ['losa', 'nino'],
    on: 'Middle voices: a Thursday in a hall and a shaft',
    sinceDaysAgo: 170,
    said: [
      {
        by: 'losa',
        of: 'nino',
        skill: 'singing',
        words: 'Held her line against two louder people and an echo of four seconds.',
        daysAgo: 22,
      },
      {
        by: 'nino',
        of: 'losa',
        skill: 'choir-leading',
        words: 'She breathes, and forty people breathe. I saw it on a telephone and I breathed as well.',
        daysAgo: 23,
      },
    ],
  },
  {
    who: ['baraka', 'andrei'],
    on: 'Roof recordings at five o’clock',
    sinceDaysAgo: 120,
    said: [
      {
        by: 'andrei',
        of: 'baraka',
        skill: 'oud',
        words: 'He stopped once, for a muezzin, and once for a kettle. I kept both.',
        daysAgo: 36,
      },
    ],
  },
]
