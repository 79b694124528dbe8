/**
 * What bundles have of `node:process`. A module that imports the builtin itself makes Node read every member of it, and
 * some of them, such as the standard streams, are made when they are first read.
 */
export const { env, versions } = globalThis.process;
