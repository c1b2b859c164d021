// Loaded before a measured command; writes what the process used when it ends.
import { writeFileSync } from "node:fs";

const file = process.env.BENCH_USAGE;
if (file) {
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const usage = {
      wallMs: performance.now(),
      maxRssMiB: maxRSS / 1024,
      cpuMs: (userCPUTime + systemCPUTime) / 1000,
    };
    writeFileSync(file, JSON.stringify(usage));
  });
}
