import { logBasket } from './artworks/basket.ts'
import { beanPot } from './artworks/bean-pot.ts'
import { frond, poppies } from './artworks/botanical.ts'
import { fiveJugs, moonJar } from './artworks/ceramics.ts'
import { millThrow, robe } from './artworks/cloth.ts'
import { busComic } from './artworks/comic.ts'
import { monsoon, rainYears } from './artworks/currents.ts'
import { kelp } from './artworks/cyanotype.ts'
import { dogFrames } from './artworks/frames.ts'
import { polarNight } from './artworks/glass.ts'
import { goatsOnSnow } from './artworks/herd.ts'
import { ponyGate } from './artworks/iron.ts'
import { fiveRidges } from './artworks/layers.ts'
import { curlew, hawthorn } from './artworks/linocut.ts'
import { shadeMap } from './artworks/map.ts'
import { waws } from './artworks/pen.ts'
import { lastBus } from './artworks/pixels.ts'
import { hills, leaks } from './artworks/plotter.ts'
import { deckleSheets } from './artworks/pulp.ts'
import { loadPath, shirtQuilt } from './artworks/quilt.ts'
import { bridgeAtFive } from './artworks/record.ts'
import { streetParty } from './artworks/risograph.ts'
import { studyRoom } from './artworks/room.ts'
import { iceOut } from './artworks/score.ts'
import { clinicQueue, greenhouse } from './artworks/screens.ts'
import { bridgeDawn } from './artworks/sonogram.ts'
import { waterStairs } from './artworks/stairs.ts'
import { longCrossing } from './artworks/stitches.ts'
import { dyeCards, glazeTiles } from './artworks/trays.ts'
import { ampersand } from './artworks/type.ts'
import { joyRoad } from './artworks/wall.ts'
import { quayStreet, reefFlat } from './artworks/watercolour.ts'
import { lateSnare, middleVoice, switchboard } from './artworks/wires.ts'
import { thirdBox, twelvePoints } from './artworks/wood.ts'
import { kantha, logbookJumper, raffiaBag } from './artworks/yarn.ts'
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
} satisfies Record<string, (page: Sheet) => string>

export type PictureName = keyof typeof pictures

export const drawWork = ({ picture, width, height }: Sheet & { picture: PictureName }): string =>
  pictures[picture]({ width, height })
