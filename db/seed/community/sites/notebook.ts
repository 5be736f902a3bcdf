import type { SeedSite } from './site.ts'

export const notebook: SeedSite[] = [
  {
    who: 'idrissa',
    openedDaysAgo: 40,
    design: {
      title: 'Idrissa Barry, wood',
      line: 'Second year at the bench. Dovetails most days, marquetry when nobody hurries me.',
      theme: 'notebook',
      palette: 'clay',
      welcome:
        'I write down here what I made, and also what was wrong with it, because Kwame says that a mistake without a date is only bad luck. All the veneer is from the bin of my college.',
      pages: [
        {
          slug: 'commissions',
          title: 'Commissions',
          words:
            'Small boxes, frames and repairs, **two at a time**. Write to me with what it is for, not what it should look like.\n\n## How it goes\n\n1. We talk, and I draw it once.\n2. You see the wood before I cut it.\n3. Six weeks, usually seven.\n\n> Chairs have to wait until somebody has shown me how.',
        },
        {
          slug: 'sharpening',
          title: 'Sharpening, first',
          words:
            'Everybody wants to begin with the dovetail. I began with a stone, for six weeks, because Kwame would not look at anything else.\n\n1. **Flat.** The back of the iron first, until you can see one eye in it.\n2. **Burr.** When it curls over along the whole edge you have been everywhere. If it curls only in the middle, you were dreaming.\n3. **Hair.** I have no hair left on my left arm. My mother asked.\n\nA sharp plane makes a sound like a page that is turned. *On l’entend depuis le couloir.* You can hear it from the corridor, and then the teacher comes in to see who it is.',
        },
      ],
    },
  },
  {
    who: 'hanta',
    openedDaysAgo: 85,
    design: {
      title: 'Hanta, raphia',
      line: 'Sept femmes, une véranda, et des sacs qui durent plus que l’école.',
      theme: 'notebook',
      palette: 'moss',
      language: 'fr',
      welcome:
        'Tonga soa, soyez les bienvenus. Mon nom entier prend deux lignes sur tous les papiers ; au marché on dit Hanta. Nous comptons en points : l’école d’un enfant, c’est à peu près cinquante mille. Chaque sac porte le nom de quelqu’un, à l’intérieur, là où la main passe.',
      about:
        'Je fais du crochet depuis l’âge de sept ans. Après le cyclone, le toit de l’atelier est parti chez les voisins, et mes six belles-sœurs sont venues travailler sur ma véranda. Elles ne sont jamais reparties.\n\nLe raphia vient de la forêt de la côte, en bottes, et il sent le foin. Nous le fendons à l’ongle. La teinture se fait dans la cour : écorce, indigo, et une fois la boue, mais on n’en parle plus.\n\n*Izay mitambatra vato, izay misaraka fasika.* Ensemble nous sommes pierre, séparées nous sommes sable.',
      first: ['le-sac-de-la-maree', 'le-sac-de-la-veranda'],
      pages: [
        {
          slug: 'commander',
          title: 'Commander un sac',
          words:
            'Dites-nous trois choses :\n\n1. la longueur de votre bras, de l’épaule au poignet ;\n2. ce que vous portez tous les jours (un livre, un chat, du riz ?) ;\n3. une couleur que vous n’aimez pas.\n\nNous en faisons trois à la fois, pas plus. Un sac demande trois semaines, quatre s’il y a un mariage. Si l’anse est trop courte, nous la refaisons, et vous ne payez rien.',
        },
      ],
      menu: [
        { to: 'work', label: 'Les sacs' },
        { to: 'gallery', label: 'Images' },
        { to: 'shop', label: 'Boutique' },
        { to: 'blog', label: 'Carnet' },
        { to: 'commander' },
        { to: 'about', label: 'Qui nous sommes' },
      ],
    },
  },
  {
    who: 'thorri',
    openedDaysAgo: 160,
    design: {
      title: 'Knitted below deck',
      line: 'Jumpers read from the logbook: revolutions, fuel, depth, one colour each.',
      theme: 'notebook',
      palette: 'sea',
      welcome:
        'It is thirty-eight degrees in the engine room, so I knit for other people. Each jumper here is one trip. Read them from the hem up, as one reads the sea: what came first is at the bottom.\n\nÞetta reddast, they say at home. It will sort itself out. It will not. You count.',
      first: ['barents-sea-jumper'],
      pages: [
        {
          slug: 'sleeves',
          title: 'I can help anyone with sleeves',
          words:
            'Nobody fails at the body. It is a tube. People fail at the arm, in the eleventh hour, when they already see themselves wearing it.\n\n- Knit **both at once**, on one long needle. Then they are wrong in the same way.\n- Count from the cuff. Write the number on your hand if you must; I write it on the pump.\n- If there is a hole under the arm, leave a long tail. Every hole is only a hatch that has not been closed.\n\nSend me a picture of the place that hurts. I answer when we have a signal.',
        },
      ],
    },
  },
]
