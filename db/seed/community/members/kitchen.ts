import type { SeedMember } from './member.ts'

export const kitchen: SeedMember[] = [
  {
    handle: 'niamh',
    name: 'Niamh Ní Dhomhnaill',
    craft: 'Baker who likes a clean ledger',
    place: 'Galway',
    timeZone: 'Europe/Dublin',
    languages: ['ga', 'en'],
    story:
      'Bread from three until eight, books from nine until ten, and then I am nobody’s business until the school run. I started baking after a bad year, for the company of something that rose. Now I supply four cafés and a boat. What I actually enjoy teaching is the bookkeeping, because makers come in grey with dread and leave with five envelopes and a biscuit. In return the guild is teaching me to draw what I see on the way home. Tóg go bog é, says the note above my bench, take it easy, though the oven has other ideas.',
    roles: ['mentor', 'participant'],
    teaches: { 'sourdough-baking': 5, bookkeeping: 4, 'market-stalls': 4 },
    learns: { 'urban-sketching': 3, basketry: 2 },
    joinedDaysAgo: 815,
    quote: 'Five envelopes and a biscuit. That is the course.',
  },
  {
    handle: 'hasmik',
    name: 'Հասմիկ Պետրոսյան',
    craft: 'Bakes for weddings, measures by ear',
    place: 'Գյումրի',
    timeZone: 'Asia/Yerevan',
    languages: ['hy', 'ru'],
    story:
      'Dough makes a sound when it is ready and I am the only one in the house who hears it. Three wedding cakes a week in summer, none in winter, and a bank that does not understand seasons. I sell from the kitchen window since the shop rents went up; children hand me coins on a spoon. Հացը սեղանին է, bread is on the table: that is how we say come in. I want my pictures to look like the cakes. Until now they look like evidence.',
    roles: ['participant'],
    teaches: { 'sourdough-baking': 4 },
    learns: { 'product-photography': 2, bookkeeping: 2 },
    joinedDaysAgo: 197,
    quote: 'I want pictures that look like the cakes, not like evidence.',
  },
  {
    handle: 'senait',
    name: 'ሰናይት ግርማ',
    craft: 'Roasts coffee, thinks about sacks',
    place: 'Ethiopia',
    timeZone: 'Africa/Addis_Ababa',
    languages: ['am', 'om', 'en'],
    story:
      'My stove takes one kilo of beans and the whole stairwell knows. Upstairs is a professor who marks me: Tuesday was a seven. I buy from four women whose names are on the bag, larger than mine. ቀስ በቀስ እንቁላል በእግሩ ይሄዳል, little by little the egg will walk, and mine has come as far as the corner. Packaging defeats me. I sew the bags, print the bags, and then a shop asks for a barcode. I am forty-four, I have started over three times, and I can drink eleven cups and sleep.',
    roles: ['participant'],
    teaches: {},
    learns: { 'pricing-work': 2, 'screen-printing': 1, negotiation: 2 },
    joinedDaysAgo: 79,
  },
  {
    handle: 'elio',
    name: 'Elio',
    craft: 'Apprentice pastry cook who draws the head chef',
    place: 'Italia',
    timeZone: 'Europe/Rome',
    languages: ['it', 'en'],
    story:
      'Ho diciassette anni and I get up at 3:40, so my social life is with croissants. First year: trays. Second year: I am allowed to laminate. La sfoglia sente se hai fretta, the pastry notices when you are in a hurry, my chef says, and he says it in a hurry. On the train home I draw a comic about a kitchen where nobody may say the word butter. Twelve pages so far. The guild is the only place where nobody has told me to choose between the two.',
    roles: ['participant'],
    teaches: {},
    learns: { comics: 3, 'sourdough-baking': 2, 'hand-drawn-animation': null },
    joinedDaysAgo: 131,
  },
]
