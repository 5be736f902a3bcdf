import { eggBasket, logBasket, turfBasket } from './artworks/basket.ts'
import { beanPot } from './artworks/bean-pot.ts'
import { frond, poppies } from './artworks/botanical.ts'
import { fiveJugs, ironRow, islandJugs, moonJar, tarJar } from './artworks/ceramics.ts'
import { millThrow, robe, rowanThrow, schoolThrow, thawThrow } from './artworks/cloth.ts'
import { busComic } from './artworks/comic.ts'
import { beforeRain, monsoon, rainYears, westerly } from './artworks/currents.ts'
import { kelp } from './artworks/cyanotype.ts'
import { dogFrames } from './artworks/frames.ts'
import { polarNight } from './artworks/glass.ts'
import { goatsOnSnow } from './artworks/herd.ts'
import { ponyGate } from './artworks/iron.ts'
import { fiveRidges } from './artworks/layers.ts'
import { bowlAndDot, ringOfBowls, standingAlifs } from './artworks/letters.ts'
import { curlew, hawthorn } from './artworks/linocut.ts'
import { shadeMap } from './artworks/map.ts'
import { waws } from './artworks/pen.ts'
import { lastBus } from './artworks/pixels.ts'
import { boreholes, escarpment, hills, leaks } from './artworks/plotter.ts'
import { deckleSheets } from './artworks/pulp.ts'
import { fogOnTheElbe, loadPath, shirtQuilt, wardQuilt } from './artworks/quilt.ts'
import { bridgeAtFive } from './artworks/record.ts'
import { streetParty } from './artworks/risograph.ts'
import { studyRoom } from './artworks/room.ts'
import { iceOut } from './artworks/score.ts'
import { clinicQueue, greenhouse } from './artworks/screens.ts'
import { bridgeDawn, parkInSnow, pondInMay, stairwell } from './artworks/sonogram.ts'
import { waterStairs } from './artworks/stairs.ts'
import { longCrossing } from './artworks/stitches.ts'
import { dyeCards, glazeTiles } from './artworks/trays.ts'
import { ampersand } from './artworks/type.ts'
import { joyRoad } from './artworks/wall.ts'
import { quayStreet, reefFlat } from './artworks/watercolour.ts'
import { windowsAtSeven, windowsBeforeFirst, windowsInRain } from './artworks/windows.ts'
import { lateSnare, middleVoice, switchboard } from './artworks/wires.ts'
import { eightPoints, sixPoints, thirdBox, twelvePoints, twentyPoints } from './artworks/wood.ts'
import {
  daughtersJumper,
  harbourJumper,
  herringJumper,
  indigoBag,
  kantha,
  logbookJumper,
  plainBag,
  raffiaBag,
  veranda,
} from './artworks/yarn.ts'
import type { Sheet } from './paper.ts'

const pictures = {
  beanPot,
  dogFrames,
  goatsOnSnow,
  ponyGate,
  deckleSheets,
  waterStairs,
  dyeCards,
  glazeTiles,
  lateSnare,
  middleVoice,
  switchboard,
  kantha,
  logbookJumper,
  raffiaBag,
  ampersand,
  bridgeAtFive,
  bridgeDawn,
  busComic,
  clinicQueue,
  curlew,
  fiveJugs,
  fiveRidges,
  frond,
  greenhouse,
  hawthorn,
  hills,
  iceOut,
  joyRoad,
  kelp,
  lastBus,
  leaks,
  loadPath,
  logBasket,
  longCrossing,
  millThrow,
  monsoon,
  moonJar,
  polarNight,
  poppies,
  quayStreet,
  rainYears,
  reefFlat,
  robe,
  shadeMap,
  shirtQuilt,
  streetParty,
  studyRoom,
  thirdBox,
  twelvePoints,
  waws,
  pondInMay,
  sixPoints,
  eggBasket,
  turfBasket,
  ironRow,
  islandJugs,
  tarJar,
  rowanThrow,
  schoolThrow,
  thawThrow,
  beforeRain,
  westerly,
  boreholes,
  escarpment,
  fogOnTheElbe,
  wardQuilt,
  parkInSnow,
  stairwell,
  eightPoints,
  twentyPoints,
  daughtersJumper,
  harbourJumper,
  herringJumper,
  indigoBag,
  plainBag,
  veranda,
  bowlAndDot,
  ringOfBowls,
  standingAlifs,
  windowsAtSeven,
  windowsBeforeFirst,
  windowsInRain,
} satisfies Record<string, (page: Sheet) => string>

export type PictureName = keyof typeof pictures

export const drawWork = ({ picture, width, height }: Sheet & { picture: PictureName }): string =>
  pictures[picture]({ width, height })
