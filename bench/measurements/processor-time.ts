import { cpuUsage } from "node:process";

/** How long an event takes to the projector, in milliseconds. */
export const ON_THE_WAY_MS = 500;

/** The processor time since a reading, in microseconds. */
export const microseconds = (begun: NodeJS.CpuUsage): number => {
  const { user, system } = cpuUsage(begun);
  return user + system;
};
