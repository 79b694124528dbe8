/** The stage that is deployed to be measured. */
export const MEASURED_STAGE = "bench";

/**
 * How often the function that projects runs at once. Its processes share one machine here: as many as on AWS would mostly
 * wait for each other, and lose the race for a chassis.
 */
export const MOST_AT_ONCE = 4;

/** The function that projects: its construct in the stack, and its name as a service. */
export const PROJECTING = { construct: "ProjectEvents", service: "project-events" } as const;
