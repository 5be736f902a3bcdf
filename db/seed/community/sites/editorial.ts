import type { SeedSite } from './site.ts'

export const editorial: SeedSite[] = [
  {
    who: 'niamh',
    openedDaysAgo: 300,
    design: {
      title: 'Bread, books, baskets',
      line: 'Drawn, woven and added up by Niamh Ní Dhomhnaill, Galway',
      theme: 'editorial',
      palette: 'moss',
      welcome:
        'I bake from three until eight and keep the books from nine until ten. What you see here was made in what was left of the day, mostly standing up, mostly in drizzle.',
      pages: [
        {
          slug: 'five-envelopes',
          title: 'Five envelopes and a biscuit',
          words:
            'That is the whole course. You bring the shoe box. I bring the biscuits.\n\n1. **In.** What people paid you, whatever it was for.\n2. **Out.** What it cost you, with the bus.\n3. **Theirs.** What belongs to the tax office. Fill it first and close it.\n4. **Hours.** Not money, I know. Put a slip in for each one.\n5. **Later.** What you cannot decide today. Most of it decides itself.\n\nAt the end of the evening we open number four and divide. There is usually a silence. Then we eat the biscuit and put your prices up.',
        },
      ],
    },
  },
  {
    who: 'naim',
    openedDaysAgo: 365,
    design: {
      title: 'نعيم الصبّاغ',
      line: 'كلّ حرفٍ يبدأ بنَفَس · Every letter begins with a breath',
      theme: 'editorial',
      palette: 'sun',
      welcome:
        'أهلاً وسهلاً. أكتب ساعةً كلّ صباح قبل العمل: الحروف نفسها، والقصبة نفسها، والشاي على اليسار.\n\nWelcome. I write for one hour each morning before I open the pharmacy. The sheets here are those that I could not bring myself to wash.',
      about:
        'كان أبي يكتب لافتات الدكاكين، وكنتُ طفلاً يُسمح له أن يملأ الظلال. صرتُ صيدلانيّاً، وهي مهنة تحتاج هي أيضاً إلى علاماتٍ صغيرة دقيقة.\n\nMy father wrote shop signs in Amman, and as a boy I was allowed to fill in the shadows. I still think of a letter as something that has a shadow and, behind it, an owner.\n\nIt took eleven years until my teacher signed the sheet that permits me to sign sheets. He did it on a bus. I teach people with all kinds of scripts; in the first month nobody writes a word, and nobody complains after the second.',
      pages: [
        {
          slug: 'fridays',
          title: 'Questions on Fridays',
          words:
            'Send me one letter that you wrote, photographed from straight above, and one question. I answer on Friday, slowly, with a drawing.\n\n> “Why does mine look angry?” Because you held the reed like a knife. Hold it as you would hold a spoon for somebody else.\n\n> “How long until it is good?” Which one? Some of mine were good in the second year and have become worse.\n\nأرسلوا حرفاً واحداً، لا صفحة. One letter, please, not a page.',
        },
      ],
    },
  },
  {
    who: 'leszek',
    openedDaysAgo: 540,
    design: {
      title: 'Forty centimetres an hour',
      line: 'Leszek Wrona, weaver. Łódź, behind the last mill',
      theme: 'editorial',
      palette: 'plum',
      welcome:
        'I looked after machines that wove four hundred metres a day. My own loom makes forty centimetres an hour, and I hear every one of them. Cierpliwości, nitka nie ucieknie: patience, the thread will not run away.',
      first: ['mill-yard-throw', 'throw-for-a-late-thaw', 'the-school-blanket'],
      pages: [
        {
          slug: 'how-i-teach',
          title: 'How I teach',
          words:
            'We begin with the warp, because all misery in weaving is made there and discovered later.\n\n| Week | What we do | What goes wrong |\n| --- | --- | --- |\n| 1 | Wind a warp of four metres | You talk, and lose count |\n| 2 | Thread it, twice | It is crossed at two hundred and eleven |\n| 3 | Weave one palm of plain cloth | It is too tight, from joy |\n| 4 | Unweave it | Nothing. You can do it now |\n\nThere is tea. There is a radio, which stays off during the second week.',
        },
        {
          slug: 'order-a-throw',
          title: 'A throw of your own',
          words:
            'I weave four a year for other people. Write and tell me about a place, not about colours. What is on the ground there after rain? What is rusty? Who keeps the gate?\n\nThen you hear nothing for five weeks, and then my daughter sends you a photograph with a goose in it.',
        },
      ],
    },
  },
]
