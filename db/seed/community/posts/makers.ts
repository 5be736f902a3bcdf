import type { SeedPost } from './post.ts'

export const makersPosts: SeedPost[] = [
  {
    who: 'despina',
    title: 'What the third element would cost',
    tags: ['Kiln', 'Notebooks'],
    outDaysAgo: 52,
    words: `Every autumn somebody kind offers to repair my kiln. This year it was a nephew with a price: three hundred and forty euros, and all three elements would glow again.

I took down notebook nineteen and read to him. In that winter I had borrowed a kiln where everything worked. Every jug came out the same green. I gave them away as one gives away socks.

- The shelf at the door is fifty degrees colder. **The black comes from there.**
- The middle does what the books say. I go there to rest.
- By the element that works too hard, the green.

> Πρώτα το χέρι, μετά το μάτι.

He closed the tool box and asked for a jug from the door. I wrote that down too, with the date.`,
  },
  {
    who: 'farida',
    title: 'The two millimetres, a list',
    tags: ['Quilting', 'Errors'],
    outDaysAgo: 74,
    words: `They always went somewhere. In eleven years of teaching I have found them in these places:

1. In the **ruler**, which was worn at the zero. Begin at ten.
2. In the **thread**. A seam has a thickness, and a hundred seams have a hundred.
3. In the **iron**. You pushed. One sets it down, as one sets down a sleeping child.
4. In the shirt. It had been washed by somebody who was angry.
5. In a bridge, once, but that is another office.

If you cannot find them, cut the next block two millimetres larger and say that it was decided. My mother has done so for sixty years, and every quilt of hers lies flat.`,
  },
  {
    who: 'naim',
    title: 'Tea on the left',
    tags: ['Practice', 'Ink'],
    outDaysAgo: 38,
    words: `A student in Lisbon asked how I arrange the table. I had never looked at it, so I wrote it down this morning, in the order in which my hand finds things.

The paper is under a sheet of glass that came out of a bus. The reed lies on the right, the knife behind it. The ink stands exactly as far away as my forearm is long, since the walk from the ink to the paper is the breath.

The tea is on the left. Not because of the tea: the left hand must have something to do, or it will lean on the paper and the paper will remember.

> كلّ حرفٍ يبدأ بنَفَس.

If you write from left to right, put your tea on the right. That is all that I know about other scripts.`,
  },
  {
    who: 'leszek',
    title: 'A warp crossed at two hundred and eleven',
    tags: ['Weaving', 'Beginners'],
    outDaysAgo: 45,
    words: `On Thursday Marek, who is twelve, threaded four hundred ends without looking up once. At the end he tied on, threw the shuttle, and there it was: a line down the cloth, thin as a hair. One thread had gone over its neighbour at two hundred and eleven.

There are three things that you can do.

- Leave it. Nobody sees it. You will.
- Cut it out and sew in a new one. That is how we did it at the mill, in forty seconds, with the machine swearing.
- Take out everything back to two hundred and eleven.

He asked what I would do. I said: I am sixty-eight, I should leave it and tell everybody. He took it out. Cierpliwości, he said to me, quite kindly.`,
  },
  {
    who: 'hanta',
    title: 'Combien de points dans une rentrée',
    tags: ['Crochet', 'Prix'],
    outDaysAgo: 29,
    words: `Cinquante mille points, c’est une année d’école pour un enfant. Je l’ai compté trois fois, parce que mon neveu ne me croyait pas.

Un sac, c’est six mille points. Donc huit sacs et un tiers. Pour le tiers, nous faisons des porte-clés.

Avant, je donnais mon prix en regardant les chaussures de la cliente. Niamh m’a dit d’arrêter. Maintenant il y a cinq enveloppes sur la véranda, sous une pierre :

1. ce qui entre ;
2. le raphia, le bus ;
3. l’État, qu’on n’ouvre pas ;
4. les heures ;
5. plus tard.

La quatrième était la plus grosse. *Nous nous sommes tues un moment.* Puis Fara a dit : alors, le prix. Et nous l’avons changé, toutes ensemble.`,
  },
  {
    who: 'thorri',
    title: 'Four secret knitters',
    tags: ['On board', 'Sleeves'],
    outDaysAgo: 63,
    words: `It began with the cook. I found a needle in the flour, and on it eleven stitches, all different.

Then the second mate wanted to know, in general, what one does about a hole. The lads who used to hide my needles sat in four different corners of the same ship, each knitting a sock, each believing he was the only one.

On Sunday I left my logbook open on the table with a drawing of a heel. In the morning there were four questions in the margin, in four hands:

> Why is it inside out?
>
> Is 74 too many?
>
> How do you stop?
>
> Don’t tell Siggi.

I answered all of them. I did not tell Siggi. He is the fourth.`,
  },
  {
    who: 'ritu',
    title: 'One sign',
    tags: ['Code', 'Wind'],
    outDaysAgo: 49,
    words: `The winter drawing took me a month, and this is the whole difference:

\`\`\`
- heading = swirl + mood
+ heading = swirl - mood
\`\`\`

I had prepared for much more. There was a new file, with a new name, and an idea about mountains. Then I got up in the night to see why the shutters were knocking, and the wind was simply coming from the other side.

My grandfather says it is the same with the gauge. People want a larger one when it rains more. *It is the same tin*, he says. *You only have to empty it more often.*

So I deleted the mountains. The program is back to forty-one lines, and it is still on one page of the ledger.`,
  },
  {
    who: 'andrei',
    title: 'A Blüthner goes downstairs',
    tags: ['Recording', 'Pianos'],
    outDaysAgo: 41,
    words: `I had tuned it since 1996, and I knew before they touched it on which step it would speak.

Each landing has a chord. The third floor is a fourth with something rusty in it. On the second they set it down, to wait for a wardrobe, and somebody’s child put one finger on the lowest A. It rang in the banister for nineteen seconds. I have it on tape; I have listened to nothing else since.

What you need for such a recording:

- two microphones, and a lift that is out of order
- permission from whoever is moving. They will say yes. Nobody has ever asked them anything on such a day
- to be quiet when it hits the wall

It is a quarter tone flat now. The new people asked whether that can be mended. I said that it can, and that they should live with it for one winter first.`,
  },
]
