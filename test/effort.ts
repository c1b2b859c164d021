/**
 * Processor time that this process has used, in milliseconds: what a limit in a
 * test is held against, since the clock also tells what else the machine does.
 */
export function effortMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
