export type Took = { seconds: number; cpu: number; ownCpu: number }

// Time on the wall, by the processor in all threads, and in this one: beside other work only the last two say something.
export function timed(): () => Took {
  const [start, all, own] = [performance.now(), process.cpuUsage(), process.threadCpuUsage()]
  return () => ({
    seconds: (performance.now() - start) / 1000,
    cpu: inSeconds(process.cpuUsage(all)),
    ownCpu: inSeconds(process.threadCpuUsage(own)),
  })
}

const inSeconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6
